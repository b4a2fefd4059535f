import type { ReactNode } from 'react';
import { text } from '../../shared/text/text.js';
import { ownZone, shortTime } from '../../shared/time/days.js';
import { useNow } from '../../shared/time/now.js';
import { useZone } from '../../shared/time/zone.js';

/** The zone of all days and times of the console, if the clock of the person shows another time. */
export function ZoneLine(): ReactNode {
  const zone = useZone();
  const now = useNow();
  const at = now.toISOString();
  if (shortTime(at, zone, now) === shortTime(at, ownZone(), now)) return null;
  return (
    <p className="live">
      <span className="t">{text.common.zone(zone.replaceAll('_', ' '))}</span>
    </p>
  );
}
