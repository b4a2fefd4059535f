import { type ReactNode, useState } from 'react';
import type { Change } from '../api/use-change.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { FieldError } from '../ui/text-field.js';
import { useDecided } from './use-decided.js';

/** The words of a dialog that asks before a change. */
interface Question {
  readonly title: string;
  /** The subject of the change. */
  readonly sub?: string | undefined;
  /** The consequences of the change. */
  readonly help: string;
  readonly button: string;
}

interface ConfirmedChange<Input> {
  /** Makes the change, or opens the dialog. */
  readonly start: (input: Input) => void;
  readonly busy: boolean;
  /** Why the engine refused a change that nobody was asked about. */
  readonly error: ReactNode;
  /** Asks, makes the change, and shows why the engine refuses it. */
  readonly dialog: ReactNode;
}

/**
 * A change that is confirmed in a dialog first.
 * @param questionOf null: this change is made at once
 * @param latestOf the latest version of what the dialog is about: see {@link useDecided}
 */
export function useConfirmed<Input>(
  { run, runInDialog, busy, decisionError: error }: Change<Input>,
  questionOf: (input: Input) => Question | null,
  latestOf: (input: Input) => Input | undefined = (input) => input,
): ConfirmedChange<Input> {
  const [asked, setAsked] = useState<{ readonly input: Input; readonly question: Question } | null>(null);
  return {
    start: (input) => {
      const question = questionOf(input);
      if (question === null) run(input);
      else setAsked({ input, question });
    },
    busy,
    error: error !== null && asked === null && <FieldError>{error}</FieldError>,
    dialog: asked !== null && (
      <ConfirmedDialog {...asked} latest={latestOf(asked.input)} onDo={runInDialog} onClose={() => setAsked(null)} />
    ),
  };
}

function ConfirmedDialog<Input>({
  input,
  latest,
  question,
  onDo,
  onClose,
}: {
  readonly input: Input;
  readonly latest: Input | undefined;
  readonly question: Question;
  readonly onDo: (input: Input) => Promise<void>;
  readonly onClose: () => void;
}): ReactNode {
  const { decided, decide } = useDecided(input, latest);
  return <ConfirmDialog {...question} onDo={() => decide(() => onDo(decided))} onClose={onClose} />;
}
