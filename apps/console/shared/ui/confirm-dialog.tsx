import type { ReactNode } from 'react';
import { decisionText } from '../text/problem-text.js';
import { DecisionDialog } from './decision-dialog.js';

interface ConfirmDialogProps {
  readonly title: string;
  /** The subject of the decision. */
  readonly sub?: string | undefined;
  /** The consequences of the decision. */
  readonly help: string;
  readonly button: string;
  readonly onDo: () => Promise<void>;
  readonly onClose: () => void;
}

/** A decision without choices: its consequences, and the button that takes it. */
export function ConfirmDialog({ help, ...decision }: ConfirmDialogProps): ReactNode {
  return (
    <DecisionDialog {...decision} refused={null} explain={decisionText}>
      <p>{help}</p>
    </DecisionDialog>
  );
}
