import { type ReactNode, useId, useState } from 'react';
import { engine } from '../../../shared/api/engine.js';
import { text } from '../../../shared/text/text.js';
import { addDays, dayOf, endOfDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { undoOperation, useDecisionKeys } from '../../../shared/api/decisions.js';
import { useDone } from '../data/actions.js';
import { audienceText, topicText } from '../words/need-words.js';
import { BulkPreview, bulkRefusal, useBulkPreview } from './bulk-preview.js';
import { type Chosen, selectionOf, sizeOf } from './chosen-needs.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import { useRunBulk } from './run-bulk.js';

const REASONS = ['not_training', 'equivalent_held', 'duplicate', 'wrong_target', 'other'] as const;
/** Days after which the same data point opens a need again; null: a person reopens it. */
const ENDS = [null, 30, 90, 365] as const;

type Reason = (typeof REASONS)[number];
type End = (typeof ENDS)[number];

export function DismissDialog({
  chosen,
  onClose,
}: {
  readonly chosen: Chosen;
  readonly onClose: () => void;
}): ReactNode {
  const words = text.needs.dismiss;
  const zone = useZone();
  const today = dayOf(useNow(), zone);
  const { report } = useDone();
  const runBulk = useRunBulk();
  const keys = useDecisionKeys();
  const [reason, setReason] = useState<Reason>('not_training');
  const [note, setNote] = useState('');
  const [end, setEnd] = useState<End>(null);
  const body = {
    reason,
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(end === null ? {} : { until: endOfDay(addDays(today, end), zone).toISOString() }),
  };
  const bulk = chosen.kind === 'one' ? null : { action: 'dismiss' as const, ...selectionOf(chosen), ...body };
  const preview = useBulkPreview(bulk && { ...bulk, note: undefined });
  const count = preview.data?.willMove ?? null;

  const act = async (): Promise<void> => {
    if (chosen.kind !== 'one')
      return runBulk(chosen, { ...bulk, action: 'dismiss' }, words.doneMany(count ?? 0), preview.data);
    const { need } = chosen;
    const { operationId } = await engine.dismissNeed({ path: { id: need.id }, header: keys.of(body), body });
    report({
      ids: [need.id],
      becomes: 'dismissed',
      title: words.done(topicText(need)),
      undo: () => undoOperation(operationId),
    });
  };

  const isOne = chosen.kind === 'one';
  return (
    <DecisionDialog
      title={isOne ? words.title : words.titleMany(preview.data?.needs ?? sizeOf(chosen))}
      sub={isOne ? `${topicText(chosen.need)}, ${audienceText(chosen.need).who}` : undefined}
      button={isOne ? words.button : words.buttonMany(count)}
      refused={isOne ? null : bulkRefusal(preview)}
      onDo={act}
      onClose={onClose}
    >
      <ReasonField reason={reason} onChoose={setReason} />
      <NoteField note={note} onChange={setNote} />
      <EndField end={end} onChoose={setEnd} />
      {!isOne && <BulkPreview preview={preview} />}
    </DecisionDialog>
  );
}

function ReasonField({
  reason,
  onChoose,
}: {
  readonly reason: Reason;
  readonly onChoose: (reason: Reason) => void;
}): ReactNode {
  const words = text.needs.dismiss;
  return (
    <fieldset>
      <legend className="lbl">{words.reason}</legend>
      {REASONS.map((one) => (
        <label key={one} className="radio">
          <input className="rb" type="radio" name="reason" checked={reason === one} onChange={() => onChoose(one)} />
          {words.reasons[one]}
        </label>
      ))}
    </fieldset>
  );
}

function NoteField({
  note,
  onChange,
}: {
  readonly note: string;
  readonly onChange: (note: string) => void;
}): ReactNode {
  const words = text.needs.dismiss;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{words.note}</label>
      <textarea
        id={id}
        className="in"
        rows={2}
        maxLength={1_000}
        aria-describedby={`${id}-help`}
        value={note}
        onChange={({ target }) => onChange(target.value)}
      />
      <span className="help" id={`${id}-help`}>
        {words.noteHelp}
      </span>
    </div>
  );
}

function EndField({ end, onChoose }: { readonly end: End; readonly onChoose: (end: End) => void }): ReactNode {
  const words = text.needs.dismiss;
  return (
    <fieldset>
      <legend className="lbl">{words.until}</legend>
      <span className="seg lg">
        {ENDS.map((days) => (
          <button key={String(days)} type="button" aria-pressed={end === days} onClick={() => onChoose(days)}>
            {days === null ? words.untilForever : words.untilDays(days)}
          </button>
        ))}
      </span>
      <p className="help">{words.untilHelp}</p>
    </fieldset>
  );
}
