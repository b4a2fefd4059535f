import { type ReactNode, useState } from 'react';
import { fieldProblems, problemText } from '../text/problem-text.js';
import { text } from '../text/text.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { FieldProblems, NO_FIELD_ERRORS } from './field-problems.js';
import { FormProblem, type Refused } from './form-problem.js';
import { useCloseOnce } from './use-close-once.js';

interface DecisionDialogProps {
  readonly title: string;
  readonly sub?: string | undefined;
  readonly button: string;
  /** Why the decision cannot be taken with the current choices; null: it can. */
  readonly refused: string | null;
  /** Takes the decision. The dialog closes when the promise resolves, and shows the problem if it rejects. */
  readonly onDo: () => Promise<void>;
  readonly onClose: () => void;
  /** The problem in words; left out: something was entered, which the person keeps. */
  readonly explain?: ((failure: unknown) => string) | undefined;
  readonly children: ReactNode;
}

const NO_PROBLEM: Refused = { error: null, fields: NO_FIELD_ERRORS };

/**
 * A dialog with one decision: choices, a button that names it, and the problem if the engine refuses, beside the field
 * if the dialog has it.
 */
export function DecisionDialog({
  title,
  sub,
  button,
  refused,
  onDo,
  onClose,
  explain = (failure) => problemText(failure).what,
  children,
}: DecisionDialogProps): ReactNode {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(NO_PROBLEM);
  const close = useCloseOnce(onClose);
  const submit = async (): Promise<void> => {
    if (refused !== null || busy) return;
    setBusy(true);
    setProblem(NO_PROBLEM);
    try {
      await onDo();
      close();
    } catch (failure) {
      setProblem({ error: explain(failure), fields: fieldProblems(failure) });
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={title}
      sub={sub}
      onClose={onClose}
      onSubmit={() => void submit()}
      foot={
        <>
          <span className="faint grow">{refused}</span>
          <Button size="form" onClick={onClose}>
            {text.common.cancel}
          </Button>
          <Button type="submit" size="form" look="primary" hint="Ctrl ↵" refused={refused} busy={busy}>
            {button}
          </Button>
        </>
      }
    >
      <div className="dialog-body">
        <div className="stack">
          <FieldProblems value={problem.fields}>{children}</FieldProblems>
          <FormProblem save={problem} />
        </div>
      </div>
    </Dialog>
  );
}
