import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { engine } from '../../shared/api/engine.js';
import { number } from '../../shared/text/en/plural.js';
import { text } from '../../shared/text/text.js';
import { shortTime } from '../../shared/time/days.js';
import { useNow } from '../../shared/time/now.js';
import { useZone } from '../../shared/time/zone.js';
import { Mark } from '../../shared/ui/glyph.js';
import { SectionHead } from '../../shared/ui/section-head.js';
import { ErrorState } from '../../shared/ui/states.js';

/** The number of listed hours with unsigned requests. */
const HOURS = 6;
/** Polled, because no event reports a refusal, and people who test a request wait for its reason here. */
const EVERY_MS = 5_000;

/** What the webhook refused in the last seven days, and why. Nothing of it was recorded. */
export function RefusedSignals(): ReactNode {
  const words = text.connectors.refused;
  const zone = useZone();
  const now = useNow();
  const { data, error, refetch } = useQuery({
    queryKey: ['signals', 'refused'],
    queryFn: ({ signal }) => engine.getRefusedSignals({ signal }),
    refetchInterval: EVERY_MS,
  });
  if (error !== null && data === undefined)
    return <ErrorState title={words.failed} error={error} onRetry={() => void refetch()} />;
  if (data === undefined || data.items.length + data.unsigned.length === 0) return null;
  return (
    <section className="sec">
      <SectionHead level={2} title={words.title} help={words.help} />
      {data.unsigned.length > 0 && (
        <ul className="hist refused-hours">
          {data.unsigned.slice(0, HOURS).map(({ hour, requests }) => (
            <li key={hour}>
              <span>
                <Mark shape="blocking">401</Mark> {words.unsigned(requests)}
              </span>
              <time dateTime={hour}>{shortTime(hour, zone, now)}</time>
            </li>
          ))}
          {data.unsigned.length > HOURS && <li className="faint">{words.moreHours(data.unsigned.length - HOURS)}</li>}
        </ul>
      )}
      {data.items.length > 0 && (
        <ul className="refused">
          {data.items.map(({ id, at, errors, excerpt, code }) => (
            <li key={id}>
              <details>
                <summary>
                  <Mark shape="blocking">{words.title}</Mark>{' '}
                  <span>
                    {errors.map(({ field, message }) => `${field} ${message}`).join('; ') || words.codes[codeOf(code)]}
                  </span>{' '}
                  <time className="faint" dateTime={at}>
                    {shortTime(at, zone, now)}
                  </time>
                </summary>
                {excerpt !== null && <pre tabIndex={0}>{excerpt}</pre>}
                <p className="faint">{words.fix}</p>
              </details>
            </li>
          ))}
        </ul>
      )}
      {data.items.length > 1 && <p className="faint">{words.shown(number(data.items.length))}</p>}
    </section>
  );
}

function codeOf(code: string): keyof typeof text.connectors.refused.codes {
  return code === 'invalid_json' ? 'invalid_json' : 'invalid_event';
}
