import { type ReactNode, useState } from 'react';
import { useDecisionKeys } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { WorkerPicker, keysOf } from '../../../shared/pickers/worker-picker.js';
import { text } from '../../../shared/text/text.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import type { Option } from '../../../shared/ui/search-select.js';
import { TextField } from '../../../shared/ui/text-field.js';

export const STEPS_SHOWN_BY = [['onboarding'], ['readiness']];

/** Gives a person an onboarding step. */
export function StepDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = text.people.onboarding;
  const keys = useDecisionKeys();
  const [worker, setWorker] = useState<Option | null>(null);
  const [step, setStep] = useState('');
  const add = useChange(
    STEPS_SHOWN_BY,
    async () => {
      if (worker === null) return;
      const body = { step: step.trim(), ...(await keysOf(worker)) };
      await engine.createOnboarding({ header: keys.of(body), body });
    },
    words.added,
  );
  return (
    <DecisionDialog
      title={words.add}
      button={words.add}
      refused={worker === null || step.trim() === '' ? words.needed : null}
      onDo={() => add.runInDialog(undefined)}
      onClose={onClose}
    >
      <WorkerPicker chosen={worker} onChoose={setWorker} />
      <TextField
        label={words.step}
        name="step"
        maxLength={255}
        value={step}
        onChange={({ target }) => setStep(target.value)}
      />
    </DecisionDialog>
  );
}
