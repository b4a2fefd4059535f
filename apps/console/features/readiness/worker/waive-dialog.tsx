import { type ReactNode, useState } from 'react';
import type { Schemas } from '#client';
import { decisionKey } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { text } from '../../../shared/text/text.js';
import { addDays, dayOf } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { DayField } from '../../../shared/ui/day-field.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import { TextField } from '../../../shared/ui/text-field.js';
import type { Reason } from '../board-data.js';

/** What a waiver excuses from. */
export type Waived = Pick<Schemas['CreateWaiverBody'], 'requirementId' | 'credential' | 'needId'>;

const SHOWN_BY = [['readiness'], ['waivers']];
const USUAL_DAYS = 14;

/** Excuses a person from one reason until a day, and says why. */
export function WaiveDialog({
  workerId,
  name,
  reason,
  waived,
  onClose,
}: {
  readonly workerId: string;
  readonly name: string;
  readonly reason: Reason;
  readonly waived: Waived;
  readonly onClose: () => void;
}): ReactNode {
  const words = text.readiness.waivers;
  const zone = useZone();
  const today = dayOf(useNow(), zone);
  const [key] = useState(decisionKey);
  const [until, setUntil] = useState(addDays(today, USUAL_DAYS));
  const [note, setNote] = useState('');
  const waive = useChange(
    SHOWN_BY,
    () => engine.createWaiver({ header: key, body: { workerId, ...waived, until, note: note.trim() } }),
    words.made(name),
  );
  return (
    <DecisionDialog
      title={words.title(name)}
      sub={reason.text}
      button={words.waive}
      refused={until === '' || note.trim() === '' ? words.needed : null}
      onDo={() => waive.runInDialog(undefined)}
      onClose={onClose}
    >
      <DayField label={words.until} help={words.untilHelp} min={today} day={until} onChoose={setUntil} />
      <TextField
        label={words.note}
        help={words.noteHelp}
        maxLength={2_000}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
    </DecisionDialog>
  );
}
