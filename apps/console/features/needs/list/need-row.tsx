import { BookOpen, PenLine } from 'lucide-react';
import { type ReactNode, type Ref, memo } from 'react';
import { isCovered } from '../../../shared/keys/use-keys.js';
import { useNow } from '../../../shared/time/now.js';
import { age, daysUntil, shortDay } from '../../../shared/time/days.js';
import { useZone } from '../../../shared/time/zone.js';
import { text } from '../../../shared/text/text.js';
import { Glyph, Mark } from '../../../shared/ui/glyph.js';
import type { RowChange } from '../data/live-needs.js';
import type { Need } from '../data/needs-list.js';
import { audienceText, severityText, shapeOf, topicText, typeText } from '../words/need-words.js';

interface NeedRowProps {
  readonly ref?: Ref<HTMLTableRowElement> | undefined;
  readonly need: Need;
  readonly index: number;
  /** The first row of its severity, if the needs are in the order of their severities. */
  readonly isStep: boolean;
  readonly isCurrent: boolean;
  /** The one row that the Tab key reaches. */
  readonly isReachable: boolean;
  readonly isSelected: boolean;
  readonly change: RowChange | undefined;
  readonly onSelect: (id: string, isRange: boolean) => void;
  readonly onCurrent: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

export const NeedRow = memo(function NeedRow({
  ref,
  need,
  index,
  isStep,
  isCurrent,
  isReachable,
  isSelected,
  change,
  onSelect,
  onCurrent,
  onOpen,
}: NeedRowProps): ReactNode {
  const words = text.needs;
  const { who, more, isUnknown } = audienceText(need);
  const classes = [
    isCurrent ? 'cur' : '',
    isStep ? 'step' : '',
    change === 'changed' ? 'new' : '',
    change === 'finished' ? 'finished' : '',
  ];
  return (
    <tr
      ref={ref}
      data-index={index}
      className={classes.filter(Boolean).join(' ')}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isReachable ? 0 : -1}
      onFocus={({ target, currentTarget }) => target === currentTarget && onCurrent(need.id)}
      onClick={() => onOpen(need.id)}
      onKeyDown={(event) => {
        // While a dialog is being loaded, the row has the focus still.
        if (event.target !== event.currentTarget || isCovered()) return;
        if (event.key === 'Enter') onOpen(need.id);
        if (event.key !== ' ') return;
        // The list would scroll.
        event.preventDefault();
        onSelect(need.id, event.shiftKey);
      }}
    >
      <SelectCell
        name={words.selectRow(topicText(need), who)}
        isSelected={isSelected}
        onSelect={(isRange) => onSelect(need.id, isRange)}
      />
      <td className="c-sev">
        <Mark shape={shapeOf(need.severity)}>{severityText(need.severity)}</Mark>
      </td>
      <TopicCell need={need} isFinished={change === 'finished'} />
      <td className="c-aud aud" title={more === null ? who : `${who}, ${more}`}>
        <span className={isUnknown ? 'muted' : ''}>{who}</span>
        {more !== null && <span className="faint">{more}</span>}
      </td>
      <td className="c-rec">
        <Recommended need={need} />
      </td>
      <td className="c-sig r">
        <Reports count={need.signalCount} others={need.alsoReportedBy.length} />
      </td>
      <td className="c-due r">
        <Due dueAt={need.dueAt} />
      </td>
      <td className="c-seen r">
        <Seen at={need.lastSeenAt} />
      </td>
    </tr>
  );
});

function SelectCell({
  name,
  isSelected,
  onSelect,
}: {
  readonly name: string;
  readonly isSelected: boolean;
  readonly onSelect: (isRange: boolean) => void;
}): ReactNode {
  return (
    <td className="c-cb" onClick={(event) => event.stopPropagation()}>
      <input
        className="cb"
        type="checkbox"
        tabIndex={-1}
        aria-label={name}
        checked={isSelected}
        onClick={({ shiftKey }) => onSelect(shiftKey)}
        readOnly
      />
    </td>
  );
}

/** The topic, and below it what reported the need, or its new status. */
function TopicCell({ need, isFinished }: { readonly need: Need; readonly isFinished: boolean }): ReactNode {
  const words = text.needs;
  const topic = topicText(need);
  return (
    <td className="c-topic" title={`${topic}, ${typeText(need.type)}`}>
      <span className="topic">{topic}</span>
      <span className="why">
        {isFinished ? words.finished(words.statuses[need.status]) : typeText(need.type)}
        {need.snoozedUntil !== null && <SnoozedUntil day={need.snoozedUntil} />}
      </span>
    </td>
  );
}

function SnoozedUntil({ day }: { readonly day: string }): ReactNode {
  return <>, {text.needs.until(shortDay(day, useZone(), useNow()))}</>;
}

function Recommended({ need }: { readonly need: Need }): ReactNode {
  const { recommendation, authoring } = need;
  const words = text.needs;
  if (recommendation.kind === 'pending')
    return (
      <span className="cellrow">
        <Glyph shape="pending" />
        <span className="faint">{words.pending}</span>
      </span>
    );
  if (recommendation.kind === 'course')
    return (
      <span className="cellrow" title={recommendation.title ?? undefined}>
        <BookOpen className="i s" aria-hidden="true" />
        <span>{recommendation.title}</span>
      </span>
    );
  const state =
    authoring &&
    (authoring.status === null ? words.awaitsPlan : words.authoring(authoring.status.replaceAll('_', ' ')));
  return (
    <span className="cellrow">
      <PenLine className="i s" aria-hidden="true" />
      <span className="rec-author">
        {words.authorOne}
        {state !== undefined && <span className="faint"> · {state}</span>}
      </span>
    </span>
  );
}

/** The number of signals, and of other needs of the gap. */
function Reports({ count, others }: { readonly count: number; readonly others: number }): ReactNode {
  return (
    <>
      <span className={count > 1 ? '' : 'faint'}>{count}</span>
      {others > 0 && <span className="faint"> {text.needs.moreNeeds(others)}</span>}
    </>
  );
}

function Due({ dueAt }: { readonly dueAt: string | null }): ReactNode {
  const zone = useZone();
  const now = useNow();
  const words = text.needs;
  if (dueAt === null)
    return (
      <>
        <span className="faint" aria-hidden="true">
          –
        </span>
        <span className="sr">{text.common.noDate}</span>
      </>
    );
  const days = daysUntil(dueAt, zone, now);
  const day = shortDay(dueAt, zone, now);
  if (days < 0)
    return (
      <span title={words.dueOn(day)}>
        <Mark shape="soon">{words.late(-days)}</Mark>
      </span>
    );
  return (
    <>
      <span className="only-phone">{words.due}&nbsp;</span>
      {day}
    </>
  );
}

function Seen({ at }: { readonly at: string }): ReactNode {
  const zone = useZone();
  return (
    <time className="faint" dateTime={at}>
      {age(at, zone, useNow())}
    </time>
  );
}
