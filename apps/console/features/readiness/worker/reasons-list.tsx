import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { isPast, shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { Mark } from '../../../shared/ui/glyph.js';
import { RowName } from '../../../shared/ui/row-name.js';
import { SectionHead } from '../../../shared/ui/section-head.js';
import { SeverityMark } from '../../../shared/ui/severity-mark.js';
import type { ReadinessRow, Reason } from '../board-data.js';
import { NextStep, SourceText } from '../marks.js';
import { EndWaiverButton, WaiveButton } from './waive-button.js';

/** Why a person is not ready: one line for each gap, with what is already under way. */
export function ReasonsList({
  worker,
  reasons,
  asOf,
}: {
  readonly worker: ReadinessRow['worker'];
  readonly reasons: readonly Reason[];
  /** The day that the page shows; undefined: today. */
  readonly asOf: string | undefined;
}): ReactNode {
  const words = text.readiness.worker;
  return (
    <section>
      <SectionHead title={words.reasons} help={words.reasonsHelp} />
      {reasons.length === 0 ? (
        <p className="muted">{words.noReasons}</p>
      ) : (
        <div className="panel">
          <ul className="rows">
            {reasons.map((reason) => (
              <ReasonLine key={`${reason.kind} ${reason.ref.id}`} worker={worker} reason={reason} asOf={asOf} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function ReasonLine({
  worker,
  reason,
  asOf,
}: {
  readonly worker: ReadinessRow['worker'];
  readonly reason: Reason;
  readonly asOf: string | undefined;
}): ReactNode {
  const words = text.readiness.worker;
  const zone = useZone();
  const now = useNow();
  const { severity, waivedUntil, source, because, progress, move } = reason;
  const isWaived = waivedUntil !== null;
  return (
    <li className="reason">
      {isWaived ? <Mark shape="waived">{words.waived}</Mark> : <SeverityMark severity={severity} />}
      <div>
        <p className={isWaived ? 'txt muted' : 'txt'}>{reason.text}</p>
        {isWaived && <p className="faint">{words.waivedUntil(shortDay(waivedUntil, zone, now))}</p>}
        {source !== null && (
          <p className="muted">
            <SourceText source={source} /> <NeedLink of={reason} />
          </p>
        )}
        {because.slice(1).map((cause) => (
          <p key={`${cause.kind} ${cause.ref.id}`} className="muted">
            {words.also(cause.text)} <NeedLink of={cause} />
          </p>
        ))}
        {progress !== null && (
          <p className="muted">
            <Mark shape="assigned">{progress.text}</Mark>
          </p>
        )}
      </div>
      <RowName value={reason.text}>
        <span className="row-acts">
          {isPast(asOf, zone, now) ? null : isWaived ? (
            <EndWaiverButton worker={worker} reason={reason} />
          ) : (
            <>
              <NextStep move={move} look="button" of={asOf === undefined ? { worker, reason: reason.text } : null} />
              <WaiveButton worker={worker} reason={reason} />
            </>
          )}
        </span>
      </RowName>
    </li>
  );
}

/** Leads to the need that a fact comes from, and to its signals: the next step may lead elsewhere. */
function NeedLink({ of: { text: fact, ref } }: { readonly of: Pick<Reason, 'text' | 'ref'> }): ReactNode {
  const { openNeed } = text.readiness.worker;
  if (ref.type !== 'need') return null;
  return (
    <Link to="/needs" search={{ need: ref.id }} aria-label={text.common.actOn(openNeed, fact)}>
      {openNeed}
    </Link>
  );
}
