import { type ReactNode, useState } from 'react';
import type { Schemas } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { useAssign } from '../../../shared/assigning/use-assign.js';
import { CoursePicker } from '../../../shared/pickers/course-picker.js';
import { WorkerPicker } from '../../../shared/pickers/worker-picker.js';
import { text } from '../../../shared/text/text.js';
import { DayField } from '../../../shared/ui/day-field.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import { type Option, SearchSelect } from '../../../shared/ui/search-select.js';
import { SelectField } from '../../../shared/ui/select-field.js';
import { FieldError } from '../../../shared/ui/text-field.js';

const KINDS = ['person', 'site', 'group'] as const;

/** Assigns a course without a need: new equipment, a new procedure. */
export function AssignDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = text.people.assignments;
  const [course, setCourse] = useState<Option | null>(null);
  const [kind, setKind] = useState<(typeof KINDS)[number]>('person');
  const [worker, setWorker] = useState<Option | null>(null);
  const [place, setPlace] = useState<Option | null>(null);
  const [due, setDue] = useState('');
  const isComplete = course !== null && (kind === 'person' ? worker !== null : place !== null);
  const body: Schemas['AssignBody'] = {
    courseId: course?.value ?? '',
    ...(kind === 'person'
      ? { workerIds: worker === null ? [] : [worker.value] }
      : { target: { kind, ...(place === null ? {} : { id: place.value }) } }),
    ...(due === '' ? {} : { dueAt: due }),
  };
  const { willAssign, isEmpty, counting, problem, assign } = useAssign({
    body,
    isReady: isComplete,
    done: words.assigned,
  });
  const reachesNobody = isEmpty && kind !== 'person' ? words.nobodyIn[kind] : words.reachesNobody;
  return (
    <DecisionDialog
      title={words.assign}
      sub={words.assignHelp}
      button={willAssign === null ? words.assign : words.assignTo(willAssign)}
      refused={isComplete ? (counting ?? (willAssign === 0 ? reachesNobody : null)) : words.assignNeeded}
      onDo={assign}
      onClose={onClose}
    >
      <CoursePicker label={words.course} chosen={course} onChoose={setCourse} />
      <div className="two-fields">
        <SelectField
          label={words.toWhom}
          value={kind}
          options={KINDS.map((known) => [known, words.kinds[known]])}
          onChoose={(chosen) => {
            setKind(chosen);
            setPlace(null);
          }}
        />
        {kind === 'person' ? (
          <WorkerPicker chosen={worker} onChoose={setWorker} />
        ) : (
          <PlacePicker key={kind} kind={kind} chosen={place} onChoose={setPlace} />
        )}
      </div>
      <DayField label={words.due} help={words.dueHelp} name="dueAt" day={due} onChoose={setDue} />
      {problem !== null && <FieldError>{problem}</FieldError>}
    </DecisionDialog>
  );
}

/** A site or a group of the directory. */
function PlacePicker({
  kind,
  chosen,
  onChoose,
}: {
  readonly kind: 'site' | 'group';
  readonly chosen: Option | null;
  readonly onChoose: (place: Option) => void;
}): ReactNode {
  const words = text.people.assignments;
  return (
    <SearchSelect
      label={words.nameOf[kind]}
      placeholder={words.findPlace[kind]}
      chosen={chosen}
      onChoose={onChoose}
      name={[`${kind}s`, 'pick']}
      find={async (q, signal) => {
        const query = { limit: 20, ...(q === '' ? {} : { q }) };
        const { items } = await (kind === 'site'
          ? engine.listSites({ query, signal })
          : engine.listGroups({ query, signal }));
        return items.map(({ id, name, workers }) => ({ value: id, label: name, more: text.common.people(workers) }));
      }}
      none={words.noPlace[kind]}
      loading={text.common.pickers.loading}
      found={words.places[kind]}
    />
  );
}
