import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { problemText } from '../../../shared/text/problem-text.js';
import { useChange } from '../../../shared/api/use-change.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { Button } from '../../../shared/ui/button.js';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.js';
import { FieldError } from '../../../shared/ui/text-field.js';
import type { ReadinessRow, Reason } from '../board-data.js';
import { WaiveDialog } from './waive-dialog.js';
import { type Waivable, endWaiversOf, isWaivable, waivables } from './waivers.js';

interface WaiverButtonProps {
  readonly worker: ReadinessRow['worker'];
  readonly reason: Reason;
}

/** Opens the dialog that waives a reason. Disabled if none of its facts can be waived. */
export function WaiveButton({ worker, reason }: WaiverButtonProps): ReactNode {
  const refused = useRefusal('admin');
  const client = useQueryClient();
  const [facts, setFacts] = useState<readonly Waivable[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  if (!reason.because.some(isWaivable)) return null;
  const open = async (): Promise<void> => {
    setError(null);
    try {
      setFacts(await waivables(reason));
    } catch (failure) {
      setError(problemText(failure).what);
      await client.invalidateQueries({ queryKey: ['readiness'] });
    }
  };
  return (
    <>
      <Button look="ghost" refused={refused} onClick={() => void open()}>
        {text.readiness.waivers.waive}
      </Button>
      {error !== null && <FieldError>{error}</FieldError>}
      {facts !== null && <WaiveDialog worker={worker} reason={reason} facts={facts} onClose={() => setFacts(null)} />}
    </>
  );
}

const SHOWN_BY = [['readiness'], ['waivers']];

/** Lets a waived reason count again, after a question. */
export function EndWaiverButton({ worker, reason }: WaiverButtonProps): ReactNode {
  const words = text.readiness.waivers;
  const refused = useRefusal('admin');
  const [isAsking, setAsking] = useState(false);
  const end = useChange(SHOWN_BY, () => endWaiversOf(worker.id, reason), words.ended);
  return (
    <>
      <Button look="ghost" refused={refused} onClick={() => setAsking(true)}>
        {words.endWaiver}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={words.endTitle}
          sub={`${worker.name}: ${reason.text}`}
          button={words.end}
          help={words.endHelp}
          onDo={() => end.runInDialog(undefined)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
