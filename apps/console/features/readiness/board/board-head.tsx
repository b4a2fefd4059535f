import type { ReactNode } from 'react';
import { number } from '../../../shared/text/en/plural.js';
import { text } from '../../../shared/text/text.js';
import { shortTime } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import type { Summary } from '../board-data.js';
import { StatusMark } from '../marks.js';
import type { Status } from '../readiness-search.js';
import { ShareBar } from './share-bar.js';

const SWATCHES: Readonly<Record<Status, string>> = { not_ready: 'sr-not', at_risk: 'sr-risk', ready: 'sr-ready' };

/** How many are ready, of how many, and at what time. */
export function BoardHead({
  summary,
  isFiltered,
  isBusy,
}: {
  readonly summary: Summary;
  readonly isFiltered: boolean;
  /** True: other numbers are being read. */
  readonly isBusy: boolean;
}): ReactNode {
  const words = text.readiness;
  const zone = useZone();
  const now = useNow();
  const { total, ready, atRisk, notReady, asOf, changedAt } = summary;
  const people: ReadonlyArray<readonly [Status, number]> = [
    ['not_ready', notReady],
    ['at_risk', atRisk],
    ['ready', ready],
  ];
  return (
    <div className="counted" aria-busy={isBusy}>
      <h2 className="sentence num">
        {words.ready(number(ready), number(total))}
        {total > 0 && <span className="faint">{words.percent(String(Math.floor((100 * ready) / total)))}</span>}
      </h2>
      <ShareBar counts={summary} big />
      <div className="legend num">
        {people.map(([status, count]) => (
          <span key={status}>
            <i className={`swatch ${SWATCHES[status]}`} />
            <StatusMark status={status} /> {number(count)}
          </span>
        ))}
      </div>
      <p className="faint board-note">
        {words.counted(total, isFiltered)} {words.asShown(shortTime(asOf, zone, now))}{' '}
        {changedAt !== null && words.changed(shortTime(changedAt, zone, now))}
      </p>
    </div>
  );
}
