import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Schemas, ifMatch } from '#client';
import { useDecisionKeys } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { useDecided } from '../../../shared/list/use-decided.js';
import { WorkerPicker } from '../../../shared/pickers/worker-picker.js';
import { decisionText } from '../../../shared/text/problem-text.js';
import { text } from '../../../shared/text/text.js';
import { dayOf, shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { DayField } from '../../../shared/ui/day-field.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import type { Option } from '../../../shared/ui/search-select.js';

export type AssignmentMove = 'complete' | 'extend' | 'reassign' | 'cancel';

const SHOWN_BY = [['assignments'], ['needs'], ['readiness']];

/** Completes an assignment, gives it another day or another person, or takes it back. */
export function AssignmentDialog({
  assignment,
  move,
  onClose,
}: {
  readonly assignment: Schemas['AssignmentView'];
  readonly move: AssignmentMove;
  readonly onClose: () => void;
}): ReactNode {
  const words = text.people.assignments;
  const { decided, decide } = useDecided(assignment, useLatest(assignment));
  const { id, worker, course, dueAt } = decided;
  const zone = useZone();
  const now = useNow();
  const keys = useDecisionKeys();
  const [day, setDay] = useState(dayOf(dueAt, zone));
  const [other, setOther] = useState<Option | null>(null);
  const act = useChange(
    SHOWN_BY,
    async () => {
      const input = { path: { id }, header: { ...ifMatch(decided), ...keys.of([day, other]) } };
      if (move === 'extend') await engine.extendAssignment({ ...input, body: { dueAt: day } });
      else if (move === 'complete') await engine.completeAssignment({ ...input, body: {} });
      else if (move === 'cancel') await engine.cancelAssignment(input);
      else if (other !== null) await engine.reassignAssignment({ ...input, body: { workerId: other.value } });
    },
    words.done[move](worker.name, course.title),
  );
  const isMissing = (move === 'extend' && day === '') || (move === 'reassign' && other === null);
  return (
    <DecisionDialog
      title={words.titles[move]}
      sub={`${worker.name}: ${course.title}`}
      button={words.moves[move]}
      refused={isMissing ? words.needed : null}
      onDo={() => decide(() => act.runInDialog(undefined))}
      onClose={onClose}
      explain={decisionText}
    >
      {move === 'extend' && (
        <DayField
          label={words.due}
          help={words.dueNow(shortDay(dueAt, zone, now))}
          name="dueAt"
          day={day}
          onChoose={setDay}
        />
      )}
      {move === 'reassign' && <WorkerPicker label={words.toWhom} chosen={other} onChoose={setOther} />}
      {move === 'complete' && <p>{words.completeHelp}</p>}
      {move === 'cancel' && <p>{words.cancelHelp}</p>}
    </DecisionDialog>
  );
}

/**
 * Its latest version, which is read whenever the assignments are read again: the list may have it on a page that is not
 * loaded.
 */
function useLatest(opened: Schemas['AssignmentView']): Schemas['AssignmentView'] {
  const { data } = useQuery({
    queryKey: ['assignments', 'one', opened.id],
    queryFn: ({ signal }) => engine.getAssignment({ path: { id: opened.id }, signal }),
    initialData: opened,
    staleTime: Infinity,
    gcTime: 0,
  });
  return data;
}
