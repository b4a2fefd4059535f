import { type ReactNode, useState } from 'react';
import { engine } from '../../../shared/api/engine.js';
import { text } from '../../../shared/text/text.js';
import { addDays, dayOf, shortDay, startOfDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { useTypedDay } from '../../../shared/ui/use-typed-day.js';
import { undoOperation, useDecisionKeys } from '../../../shared/api/decisions.js';
import { useDone } from '../data/actions.js';
import { audienceText, topicText } from '../words/need-words.js';
import { BulkPreview, bulkRefusal, useBulkPreview } from './bulk-preview.js';
import { type Chosen, selectionOf, sizeOf } from './chosen-needs.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import { useRunBulk } from './run-bulk.js';

/** Snoozed needs come back at the beginning of the day that was chosen. */
export function SnoozeDialog({
  chosen,
  onClose,
}: {
  readonly chosen: Chosen;
  readonly onClose: () => void;
}): ReactNode {
  const words = text.needs.snooze;
  const zone = useZone();
  const now = useNow();
  const today = dayOf(now, zone);
  const { report } = useDone();
  const runBulk = useRunBulk();
  const keys = useDecisionKeys();
  const [day, setDay] = useState(addDays(today, 7));
  const until = startOfDay(day, zone).toISOString();
  const shown = shortDay(day, zone, now);
  const isOne = chosen.kind === 'one';
  const bulk = isOne ? null : { action: 'snooze' as const, ...selectionOf(chosen), until };
  const preview = useBulkPreview(day > today ? bulk : null);
  const count = preview.data?.willMove ?? 0;

  const act = async (): Promise<void> => {
    if (chosen.kind !== 'one')
      return runBulk(chosen, { ...bulk, action: 'snooze' }, words.doneMany(count, shown), preview.data);
    const { need } = chosen;
    const { operationId } = await engine.snoozeNeed({
      path: { id: need.id },
      header: keys.of({ until }),
      body: { until },
    });
    report({
      ids: [need.id],
      becomes: 'snoozed',
      title: words.done(topicText(need), shown),
      undo: () => undoOperation(operationId),
    });
  };

  return (
    <DecisionDialog
      title={isOne ? words.title : words.titleMany(preview.data?.needs ?? sizeOf(chosen))}
      sub={isOne ? `${topicText(chosen.need)}, ${audienceText(chosen.need).who}` : undefined}
      button={words.button(shown)}
      refused={day <= today ? words.past : isOne ? null : bulkRefusal(preview)}
      onDo={act}
      onClose={onClose}
    >
      <UntilField today={today} day={day} onChoose={setDay} />
      {!isOne && <BulkPreview preview={preview} />}
    </DecisionDialog>
  );
}

function UntilField({
  today,
  day,
  onChoose,
}: {
  readonly today: string;
  readonly day: string;
  readonly onChoose: (day: string) => void;
}): ReactNode {
  const words = text.needs.snooze;
  const days = [
    [words.tomorrow, addDays(today, 1)],
    [words.week, addDays(today, 7)],
    [words.month, addDays(today, 30)],
  ] as const;
  return (
    <fieldset className="stack tight">
      <legend className="lbl">{words.until}</legend>
      <span className="seg lg">
        {days.map(([label, value]) => (
          <button key={value} type="button" aria-pressed={day === value} onClick={() => onChoose(value)}>
            {label}
          </button>
        ))}
      </span>
      <TextField label={words.day} {...useTypedDay(day, onChoose)} min={addDays(today, 1)} />
      <p className="help">{words.help}</p>
    </fieldset>
  );
}
