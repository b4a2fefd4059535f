import type { ReactNode } from 'react';
import { DecisionDialog } from './decision-dialog.js';

interface ConfirmDialogProps {
  readonly title: string;
  /** What it is about. */
  readonly sub?: string | undefined;
  /** What follows. */
  readonly help: string;
  readonly button: string;
  readonly onDo: () => Promise<void>;
  readonly onClose: () => void;
}

/** A decision without choices: what follows, and the button that does it. */
export function ConfirmDialog({ help, ...decision }: ConfirmDialogProps): ReactNode {
  return (
    <DecisionDialog {...decision} refused={null}>
      <p>{help}</p>
    </DecisionDialog>
  );
}
