import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import type { NeedDetail } from '../data/need-detail.js';
import { typeText } from '../words/need-words.js';

/** The other needs of the gap: other facts that speak of the same thing for the same people. */
export function AlsoReported({ needs }: { readonly needs: NeedDetail['alsoReportedBy'] }): ReactNode {
  const words = text.needs.drawer;
  const zone = useZone();
  const now = useNow();
  if (needs.length === 0) return null;
  return (
    <section className="sec">
      <h3>
        {words.also} <span className="faint">{words.alsoHelp}</span>
      </h3>
      <ul className="hist">
        {needs.map(({ needId, type, source, lastSeenAt }) => (
          <li key={needId}>
            <span>
              <b>{typeText(type)}</b> <span className="mono">{source}</span>
            </span>
            <time dateTime={lastSeenAt}>{shortDay(lastSeenAt, zone, now)}</time>
          </li>
        ))}
      </ul>
    </section>
  );
}
