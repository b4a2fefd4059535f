import { type ReactNode, useState } from 'react';
import { type Schemas, ifMatch } from '#client';
import { useDecisionKeys } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { useDecided } from '../../../shared/list/use-decided.js';
import { WorkerPicker } from '../../../shared/pickers/worker-picker.js';
import { decisionText } from '../../../shared/text/problem-text.js';
import { text } from '../../../shared/text/text.js';
import { dayOf } from '../../../shared/time/days.js';
import { useZone } from '../../../shared/time/zone.js';
import { DayField } from '../../../shared/ui/day-field.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import type { Option } from '../../../shared/ui/search-select.js';

export type AssignmentMove = 'complete' | 'extend' | 'reassign' | 'cancel';

const SHOWN_BY = [['assignments'], ['needs'], ['readiness']];

/** Completes an assignment, gives it another day or another person, or takes it back. */
export function AssignmentDialog({
  assignment,
  latest,
  move,
  onClose,
}: {
  readonly assignment: Schemas['AssignmentView'];
  /** Undefined: the list no longer has it. */
  readonly latest: Schemas['AssignmentView'] | undefined;
  readonly move: AssignmentMove;
  readonly onClose: () => void;
}): ReactNode {
  const words = text.people.assignments;
  // What is entered is about the version that was opened; a decision alone may be about the latest one.
  const isDecision = move === 'complete' || move === 'cancel';
  const { decided, decide } = useDecided(assignment, isDecision ? latest : undefined);
  const { id, worker, course, dueAt } = decided;
  const zone = useZone();
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
      explain={isDecision ? decisionText : undefined}
    >
      {move === 'extend' && <DayField label={words.due} name="dueAt" day={day} onChoose={setDay} />}
      {move === 'reassign' && <WorkerPicker label={words.toWhom} chosen={other} onChoose={setOther} />}
      {move === 'complete' && <p>{words.completeHelp}</p>}
      {move === 'cancel' && <p>{words.cancelHelp}</p>}
    </DecisionDialog>
  );
}
