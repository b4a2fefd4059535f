import { type ReactNode, useRef, useState } from 'react';
import { fieldProblems, problemText } from '../text/problem-text.js';
import { text } from '../text/text.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { FieldProblems } from './field-problems.js';
import { FieldError } from './text-field.js';
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
  readonly children: ReactNode;
}

interface Problem {
  readonly what: string;
  readonly fields: ReadonlyMap<string, string>;
}

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
  children,
}: DecisionDialogProps): ReactNode {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const close = useCloseOnce(onClose);
  const submit = async (): Promise<void> => {
    if (refused !== null || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await onDo();
      close();
    } catch (failure) {
      setProblem(problemOf(failure, body.current?.closest('form') ?? null));
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
      <div className="dialog-body" ref={body}>
        <div className="stack">
          <FieldProblems value={problem?.fields ?? NO_FIELDS}>{children}</FieldProblems>
          {problem !== null && <FieldError>{problem.what}</FieldError>}
        </div>
      </div>
    </Dialog>
  );
}

const NO_FIELDS: ReadonlyMap<string, string> = new Map();

/** The problem of a refused decision. If the form has a field for each error, these show the errors themselves. */
function problemOf(failure: unknown, form: HTMLFormElement | null): Problem {
  const fields = fieldProblems(failure);
  const areShown =
    fields.size > 0 && [...fields.keys()].every((name) => form?.elements.namedItem(name) instanceof Element);
  return { fields, what: areShown ? text.common.errors.notSaved : problemText(failure).what };
}
