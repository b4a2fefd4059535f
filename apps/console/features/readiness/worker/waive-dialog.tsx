import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useDecisionKeys } from '../../../shared/api/decisions.js';
import { text } from '../../../shared/text/text.js';
import { addDays, dayOf } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { DayField } from '../../../shared/ui/day-field.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { showToast } from '../../../shared/ui/toasts.js';
import type { ReadinessRow, Reason } from '../board-data.js';
import { type Waivable, endWaivers, excuse, isWaivable } from './waivers.js';

const USUAL_DAYS = 14;

/** Excuses a person from all facts of a reason until a day, and says why. */
export function WaiveDialog({
  worker: { id, name },
  reason,
  facts,
  onClose,
}: {
  readonly worker: ReadinessRow['worker'];
  readonly reason: Reason;
  readonly facts: readonly Waivable[];
  readonly onClose: () => void;
}): ReactNode {
  const words = text.readiness.waivers;
  const zone = useZone();
  const today = dayOf(useNow(), zone);
  const client = useQueryClient();
  const keys = useDecisionKeys();
  const [until, setUntil] = useState(addDays(today, USUAL_DAYS));
  const [note, setNote] = useState('');
  const others = reason.because.filter((cause) => !isWaivable(cause));
  const reread = async (): Promise<void> => {
    await Promise.all(['readiness', 'waivers'].map((shown) => client.invalidateQueries({ queryKey: [shown] })));
  };
  const waive = async (): Promise<void> => {
    const made = await excuse(id, facts, { until, note: note.trim() }, keys);
    showToast(words.made(name), () => endWaivers(made).then(reread));
    await reread();
  };
  return (
    <DecisionDialog
      title={words.title(name)}
      sub={facts.length === 1 ? reason.text : words.facts}
      button={words.waive}
      refused={until === '' || note.trim() === '' ? words.needed : null}
      onDo={waive}
      onClose={onClose}
    >
      {facts.length > 1 && (
        <ul className="plain-list">
          {facts.map(({ text: fact }) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      {others.map(({ text: fact }) => (
        <p key={fact} className="note">
          {words.remains(fact)}
        </p>
      ))}
      <DayField label={words.until} help={words.untilHelp} name="until" min={today} day={until} onChoose={setUntil} />
      <TextField
        label={words.note}
        name="note"
        help={words.noteHelp}
        maxLength={2_000}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
    </DecisionDialog>
  );
}
