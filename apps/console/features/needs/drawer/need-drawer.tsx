import { ChevronDown, ChevronUp, CircleSlash, Clock, Link2, PenLine, RotateCcw, Send, X } from 'lucide-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { Button } from '../../../shared/ui/button.js';
import { copyText } from '../../../shared/ui/copy-text.js';
import { Drawer } from '../../../shared/ui/drawer.js';
import { Mark } from '../../../shared/ui/glyph.js';
import { ScrollRegion } from '../../../shared/ui/scroll-region.js';
import { ErrorState, Skeleton } from '../../../shared/ui/states.js';
import { FieldError } from '../../../shared/ui/text-field.js';
import { useReopen } from '../data/actions.js';
import { type NeedDetail, failureTitle, useNeed } from '../data/need-detail.js';
import { type Refusals, refusalsOf } from '../refusals.js';
import type { Action } from '../search/needs-search.js';
import { audienceText, severityText, shapeOf, topicText } from '../words/need-words.js';
import { AlsoReported } from './also-reported.js';
import { Assignments } from './assignments.js';
import { ClosestCourse } from './closest-course.js';
import { HistoryList } from './history-list.js';
import { SignalTimeline } from './signal-timeline.js';
import { WhyCourse } from './why-course.js';

interface NeedDrawerProps {
  readonly id: string;
  /** `3 of 25`; null: it is not in the list. */
  readonly position: { readonly index: number; readonly count: string } | null;
  readonly refused: Refusals;
  readonly onAct: (action: Action) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
}

/** One need beside its list, which stays usable. */
export function NeedDrawer({ id, position, refused, onAct, onStep, onClose }: NeedDrawerProps): ReactNode {
  const { data: need, error, refetch } = useNeed(id);
  const words = text.needs.drawer;
  const label = need ? words.label(topicText(need), audienceText(need).who) : text.needs.title;
  return (
    <Drawer label={label}>
      <div className="drawer-top">
        {need && <Mark shape={shapeOf(need.severity)}>{severityText(need.severity)}</Mark>}
        <span className="faint drawer-position">
          {need &&
            (position === null
              ? text.needs.statuses[need.status]
              : words.position(text.needs.statuses[need.status], position.index + 1, position.count))}
        </span>
        <span className="grow" />
        <Button look="ghost" icon aria-label={words.previous} onClick={() => onStep(-1)}>
          <ChevronUp className="i" aria-hidden="true" />
        </Button>
        <Button look="ghost" icon aria-label={words.next} onClick={() => onStep(1)}>
          <ChevronDown className="i" aria-hidden="true" />
        </Button>
        <Button look="ghost" icon className="only-desk" aria-label={words.copyLink} onClick={() => void copyLink(id)}>
          <Link2 className="i" aria-hidden="true" />
        </Button>
        <Button look="ghost" icon aria-label={text.common.close} onClick={onClose}>
          <X className="i" aria-hidden="true" />
        </Button>
      </div>
      {need === undefined ? (
        <div className="drawer-body">
          {error === null ? (
            <Skeleton what={words.body} rows={6} />
          ) : (
            <ErrorState title={failureTitle(error)} error={error} onRetry={() => void refetch()} />
          )}
        </div>
      ) : (
        <>
          <Details key={id} need={need} refused={refused} onAct={onAct} />
          <Foot key={`foot ${id}`} need={need} refused={refused} onAct={onAct} />
        </>
      )}
    </Drawer>
  );
}

function Details({
  need,
  refused,
  onAct,
}: {
  readonly need: NeedDetail;
  readonly refused: Refusals;
  readonly onAct: (action: Action) => void;
}): ReactNode {
  const words = text.needs.drawer;
  const zone = useZone();
  const now = useNow();
  const since = shortDay(need.firstSeenAt, zone, now);
  return (
    <ScrollRegion label={words.body} className="drawer-body scroll">
      <h2 className="rec-title">{topicText(need)}</h2>
      <p className="lede">
        {words.lede(whoText(need), severityText(need.severity), since)}
        {need.dueAt !== null && ` ${text.needs.dueOn(shortDay(need.dueAt, zone, now))}.`}
      </p>
      <Closed need={need} refused={refused.dismiss} />
      <UnknownPerson need={need} />
      <UnknownSite need={need} />
      <WhyCourse need={need} refused={refusalsOf(refused, need.status).offer} onAnother={() => onAct('offer')} />
      <ClosestCourse need={need} refused={refused.offer} />
      <AlsoReported needs={need.alsoReportedBy} />
      <SignalTimeline signals={need.signals} count={need.signalCount} />
      <Assignments need={need} />
      <HistoryList entries={need.history} />
    </ScrollRegion>
  );
}

/** Why a need is not in the inbox, and until when. A snooze can be ended at once. */
function Closed({ need, refused }: { readonly need: NeedDetail; readonly refused: string | null }): ReactNode {
  const words = text.needs.drawer;
  const zone = useZone();
  const now = useNow();
  const { snoozedUntil, dismissal } = need;
  if (snoozedUntil !== null)
    return (
      <div className="bar">
        <p className="lede">{words.snoozed(shortDay(snoozedUntil, zone, now))}</p>
        <Reopen need={need} refused={refused} />
      </div>
    );
  if (dismissal === null) return null;
  const { reason, until, note } = dismissal;
  const end = until === null ? null : shortDay(until, zone, now);
  return <p className="lede">{words.dismissed(text.needs.dismiss.reasons[reason], end, note)}</p>;
}

/** A need of a person whose key nobody in the directory has reaches nobody. */
function UnknownPerson({ need }: { readonly need: NeedDetail }): ReactNode {
  const words = text.needs.drawer;
  const { who, isUnknown } = audienceText(need);
  if (!isUnknown) return null;
  return (
    <p className="lede">
      {words.unknownPerson(who)} <Link to="/people">{words.toPeople}</Link>
    </p>
  );
}

/** A need of a site that the directory does not have reaches nobody. */
function UnknownSite({ need: { unknownSite, nearestSite } }: { readonly need: NeedDetail }): ReactNode {
  const words = text.needs.drawer;
  if (unknownSite === null) return null;
  return (
    <p className="lede">
      {words.unknownSite(unknownSite, nearestSite)}{' '}
      <Link to="/people" search={{ tab: 'sites', ...(nearestSite === null ? {} : { q: nearestSite }) }}>
        {words.toSites}
      </Link>
    </p>
  );
}

function whoText(need: NeedDetail): string {
  const words = text.needs.drawer;
  const { audience } = need;
  const { who, more } = audienceText(need);
  if (audience.kind === 'worker') return words.whoWorker(who, more);
  return audience.site === null ? words.whoEveryone(audience.people) : words.whoSite(audience.people, audience.site);
}

function Foot({
  need,
  refused,
  onAct,
}: Pick<NeedDrawerProps, 'refused' | 'onAct'> & { readonly need: NeedDetail }): ReactNode {
  const { actions } = text.needs;
  if (['dismissed', 'completed', 'resolved'].includes(need.status))
    return (
      <div className="drawer-foot">
        <Reopen need={need} refused={refused.dismiss} isPrimary />
      </div>
    );
  const may = refusalsOf(refused, need.status);
  return (
    <div className="drawer-foot">
      <Button size="form" look="primary" hint="o" refused={may.offer} onClick={() => onAct('offer')}>
        <Send className="i" aria-hidden="true" />
        {actions.offerCourse}
      </Button>
      <Button size="form" hint="a" refused={may.author} onClick={() => onAct('author')}>
        <PenLine className="i only-desk" aria-hidden="true" />
        {actions.author}
      </Button>
      <span className="grow only-desk" />
      <Button size="form" hint="s" refused={may.snooze} onClick={() => onAct('snooze')}>
        <Clock className="i only-desk" aria-hidden="true" />
        {actions.snooze}
      </Button>
      <Button size="form" hint="d" refused={may.dismiss} onClick={() => onAct('dismiss')}>
        <CircleSlash className="i only-desk" aria-hidden="true" />
        {actions.dismiss}
      </Button>
    </div>
  );
}

/** Takes the need back into the inbox. */
function Reopen({
  need,
  refused,
  isPrimary = false,
}: {
  readonly need: NeedDetail;
  readonly refused: string | null;
  readonly isPrimary?: boolean;
}): ReactNode {
  const { busy, error, run } = useReopen();
  const look = isPrimary ? ({ look: 'primary', size: 'form' } as const) : {};
  return (
    <>
      <Button {...look} refused={refused} busy={busy} onClick={() => run(need)}>
        <RotateCcw className="i" aria-hidden="true" />
        {text.needs.actions.reopen}
      </Button>
      {error !== null && <FieldError>{error}</FieldError>}
    </>
  );
}

async function copyLink(id: string): Promise<void> {
  await copyText(`${location.origin}/needs?need=${encodeURIComponent(id)}`, text.needs.drawer.linkCopied);
}
