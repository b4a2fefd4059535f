import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Schemas } from '#client';
import { text } from '../../../shared/text/text.js';
import { shortTime } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { Glyph } from '../../../shared/ui/glyph.js';
import { eventSeverity, eventText } from '../words/event-words.js';
import { severityText, shapeOf, typeText } from '../words/need-words.js';

type Signal = Schemas['NeedSignal'];

/** What the source systems said, newest first. */
export function SignalTimeline({
  signals,
  count,
}: {
  /** The latest ones. */
  readonly signals: readonly Signal[];
  /** How many there are. */
  readonly count: number;
}): ReactNode {
  const words = text.needs.drawer;
  const zone = useZone();
  const now = useNow();
  return (
    <section className="sec">
      <h3>
        {words.signals}{' '}
        <span className="faint num">
          {signals.length < count ? words.latest(signals.length, count) : text.needs.count(signals.length)}
        </span>
      </h3>
      <ol className="tl">
        {signals.map((signal, index) => (
          <li key={signal.id}>
            <SignalGlyph signal={signal} />
            <div>
              <time className="when" dateTime={signal.receivedAt}>
                {shortTime(signal.receivedAt, zone, now)}
              </time>
              <span className="medium">
                {typeText(signal.type)}. {outcomeText(signal, signals.slice(index + 1))}.
              </span>
              <Said event={signal.event} />
              <details>
                <summary>
                  <ChevronRight className="i" aria-hidden="true" />
                  {words.raw}
                </summary>
                <pre tabIndex={0}>{JSON.stringify(signal.event, null, 2)}</pre>
              </details>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function SignalGlyph({ signal }: { readonly signal: Signal }): ReactNode {
  const severity = eventSeverity(signal.event);
  const shape = severity === null ? 'low' : shapeOf(severity);
  return (
    <span className={`m-${shape}`}>
      <Glyph shape={shape} />
    </span>
  );
}

function Said({ event }: { readonly event: Signal['event'] }): ReactNode {
  const said = eventText(event);
  if (said === null) return null;
  return (
    <>
      <br />
      <span className="muted">{said}</span>
    </>
  );
}

/** @param earlier newest first */
function outcomeText({ outcome, event }: Signal, earlier: readonly Signal[]): string {
  const words = text.needs.drawer;
  const severity = eventSeverity(event);
  const before = earlier.map((signal) => eventSeverity(signal.event)).filter((value) => value !== null);
  if (outcome === 'joined' && severity !== null && before.length > 0 && severity > Math.max(...before))
    return words.raised(severityText(severity));
  return words.outcomes[outcome];
}
