import { type ReactNode, useState } from 'react';
import { problemText } from '../text/problem-text.js';
import { text } from '../text/text.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { FieldError } from './text-field.js';

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

/** A dialog with one decision: choices, a button that names it, and the problem if the engine refuses. */
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
  const [error, setError] = useState<string | null>(null);
  const submit = async (): Promise<void> => {
    if (refused !== null || busy) return;
    setBusy(true);
    setError(null);
    try {
      await onDo();
      onClose();
    } catch (failure) {
      setError(problemText(failure).what);
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
          {children}
          {error !== null && <FieldError>{error}</FieldError>}
        </div>
      </div>
    </Dialog>
  );
}
