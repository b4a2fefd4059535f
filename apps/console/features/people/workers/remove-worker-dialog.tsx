import { type ReactNode, useState } from 'react';
import { ifMatch } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { useDecided } from '../../../shared/list/use-decided.js';
import { decisionText } from '../../../shared/text/problem-text.js';
import { text } from '../../../shared/text/text.js';
import { CheckField } from '../../../shared/ui/check-field.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import type { Worker } from './worker.js';

const SHOWN_BY = [['workers'], ['sites'], ['groups'], ['readiness'], ['needs']];

/** Deletes a person; if wanted, their personal data in everything that is stored, too. */
export function RemoveWorkerDialog({
  opened,
  latest,
  onClose,
}: {
  readonly opened: Worker;
  /** Undefined: the list no longer has them. */
  readonly latest: Worker | undefined;
  readonly onClose: () => void;
}): ReactNode {
  const words = text.people.workers;
  const { decided: worker, decide } = useDecided(opened, latest);
  const [erase, setErase] = useState(false);
  const remove = useChange(
    SHOWN_BY,
    () =>
      engine.removeWorker({
        path: { id: worker.id },
        header: ifMatch(worker),
        query: erase ? { erase: 'true' } : {},
      }),
    erase ? words.erased : words.removed(worker.name),
  );
  return (
    <DecisionDialog
      title={words.removeOf(worker.name)}
      button={erase ? words.erase : text.common.remove}
      refused={null}
      onDo={() => decide(() => remove.runInDialog(undefined))}
      onClose={onClose}
      explain={decisionText}
    >
      <p>{words.removeHelp}</p>
      <CheckField isChecked={erase} onCheck={setErase} help={words.eraseHelp}>
        {words.alsoErase}
      </CheckField>
    </DecisionDialog>
  );
}
