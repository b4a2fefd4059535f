import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { RecordTable } from '../../../shared/list/record-table.js';
import { usePages } from '../../../shared/list/use-pages.js';
import type { LiveKind } from '../../../shared/live/live.js';
import { useLiveQueries } from '../../../shared/live/use-live-queries.js';
import { useCourseTitle } from '../../../shared/pickers/course-title.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { AddButton } from '../../../shared/ui/add-button.js';
import { Button } from '../../../shared/ui/button.js';
import { ExportLinks } from '../../../shared/downloads/export-links.js';
import { FilterChip } from '../../../shared/ui/filter-chip.js';
import { FilterRow } from '../../../shared/ui/filter-row.js';
import { CompactSelect } from '../../../shared/ui/compact-select.js';
import { Mark } from '../../../shared/ui/glyph.js';
import { RowActs } from '../../../shared/ui/row-acts.js';
import { EmptyState } from '../../../shared/ui/states.js';
import { ASSIGNMENT_STATUSES, type PeopleSearch } from '../people-search.js';
import { WorkerChip } from '../workers/worker-chip.js';
import { AssignDialog } from './assign-dialog.js';
import { AssignmentDialog, type AssignmentMove } from './assignment-dialog.js';
import { LearningDialog } from './learning-dialog.js';

type Assignment = Schemas['AssignmentView'];

const KINDS: readonly LiveKind[] = ['assignment', 'worker', 'course'];
const MOVES = ['complete', 'extend', 'reassign', 'cancel'] as const satisfies readonly AssignmentMove[];

interface AssignmentsListProps {
  readonly search: PeopleSearch;
  readonly onChange: (changes: PeopleSearch) => void;
}

/** Which courses people have been assigned, the most urgent first; and what can be done about each. */
export function AssignmentsList({
  search: { status = 'assigned', course, worker },
  onChange,
}: AssignmentsListProps): ReactNode {
  const words = text.people.assignments;
  const refused = useRefusal('admin');
  const [asked, setAsked] = useState<{ readonly assignment: Assignment; readonly move: AssignmentMove } | null>(null);
  const [isAssigning, setAssigning] = useState(false);
  const [learner, setLearner] = useState<Assignment | null>(null);
  const query = { status: [status], sort: 'due' as const, ...(course && { course }), ...(worker && { worker }) };
  const pages = usePages(['assignments', 'list', query], (page, signal) =>
    engine.listAssignments({ query: { ...query, ...page }, signal }),
  );
  useLiveQueries('assignments', KINDS);
  return (
    <>
      <FilterRow
        label={words.filter}
        actions={
          <>
            <ExportLinks
              name={text.people.tabs.assignments}
              csv="/engine/v1/admin/assignments.csv"
              xlsx="/engine/v1/admin/assignments.xlsx"
              query={query}
            />
            <AddButton refused={refused} onClick={() => setAssigning(true)}>
              {words.assign}
            </AddButton>
          </>
        }
      >
        <CompactSelect
          label={words.status}
          value={status}
          options={ASSIGNMENT_STATUSES.map((known) => [known, words.statuses[known]])}
          onChoose={(chosen) => onChange({ status: chosen })}
        />
        {course !== undefined && <CourseChip course={course} onRemove={() => onChange({ course: undefined })} />}
        {worker !== undefined && <WorkerChip worker={worker} onRemove={() => onChange({ worker: undefined })} />}
      </FilterRow>
      <RecordTable
        className="assignments"
        caption={words.caption}
        columns={[words.person, words.course, words.due]}
        acts={text.common.edit}
        pages={pages}
        failed={words.failed}
        empty={<EmptyState title={words.none[status]} help={words.noneHelp} />}
      >
        {pages.rows.map((assignment) => (
          <AssignmentRow key={assignment.id} assignment={assignment}>
            <AssignmentActs
              status={assignment.status}
              refused={refused}
              onLearner={() => setLearner(assignment)}
              onMove={(move) => setAsked({ assignment, move })}
            />
          </AssignmentRow>
        ))}
      </RecordTable>
      {asked !== null && <AssignmentDialog {...asked} onClose={() => setAsked(null)} />}
      {isAssigning && <AssignDialog onClose={() => setAssigning(false)} />}
      {learner !== null && (
        <LearningDialog
          // As somebody else has changed it meanwhile: the version that was opened can be decided about no more.
          assignment={pages.rows.find(({ id }) => id === learner.id) ?? learner}
          onClose={() => setLearner(null)}
        />
      )}
    </>
  );
}

/** The course to which the list is narrowed. */
function CourseChip({ course, onRemove }: { readonly course: string; readonly onRemove: () => void }): ReactNode {
  const title = useCourseTitle(course);
  return <FilterChip isOnPhone name={text.people.assignments.course} value={title ?? '…'} onRemove={onRemove} />;
}

/** What may be done about an assignment in its status. */
function AssignmentActs({
  status,
  refused,
  onLearner,
  onMove,
}: {
  readonly status: Assignment['status'];
  readonly refused: string | null;
  readonly onLearner: () => void;
  readonly onMove: (move: AssignmentMove) => void;
}): ReactNode {
  const words = text.people.assignments;
  return (
    <>
      {status !== 'cancelled' && <Button onClick={onLearner}>{words.learner}</Button>}
      {status === 'assigned' &&
        MOVES.map((move) => (
          <Button
            key={move}
            look={move === 'cancel' ? 'ghost' : 'plain'}
            refused={refused}
            onClick={() => onMove(move)}
          >
            {words.moves[move]}
          </Button>
        ))}
    </>
  );
}

function AssignmentRow({
  assignment: { worker, course, status, overdue, dueAt, completedAt },
  children,
}: {
  readonly assignment: Assignment;
  readonly children: ReactNode;
}): ReactNode {
  const words = text.people.assignments;
  const zone = useZone();
  const now = useNow();
  return (
    <tr>
      <td>
        <Link className="topic" to="/readiness/$worker" params={{ worker: worker.id }}>
          {worker.name}
        </Link>
      </td>
      <td title={course.title}>{course.title}</td>
      <td>
        {status === 'completed' && completedAt !== null ? (
          <Mark shape="ready">{words.on(shortDay(completedAt, zone, now))}</Mark>
        ) : status === 'cancelled' ? (
          <Mark shape="waived">{words.statuses.cancelled}</Mark>
        ) : overdue ? (
          <Mark shape="soon">{words.late(shortDay(dueAt, zone, now))}</Mark>
        ) : (
          <Mark shape="assigned">{shortDay(dueAt, zone, now)}</Mark>
        )}
      </td>
      <RowActs of={`${worker.name}: ${course.title}`}>{children}</RowActs>
    </tr>
  );
}
