import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { text } from '../../shared/text/text.js';
import { ownZone, shortTime } from '../../shared/time/days.js';
import { useNow } from '../../shared/time/now.js';
import { policyQuery } from '../../shared/time/zone.js';
import { useNarrow } from '../../shared/ui/use-phone.js';

/** In the foot of the navigation. */
export function ZoneLine(): ReactNode {
  return !useNarrow() && <ZoneText />;
}

/** Above the page, if the navigation has no room for words. */
export function PageZoneLine(): ReactNode {
  return useNarrow() && <ZoneText />;
}

/**
 * The zone of all days and times of the console, if the clock of the person shows another time, or if it could not be
 * read: pages then show those of UTC.
 */
function ZoneText(): ReactNode {
  const { data, error } = useQuery(policyQuery);
  const zone = data?.timeZone;
  const now = useNow();
  const at = now.toISOString();
  if (zone === undefined && error !== null) return <Line>{text.common.zoneUnknown}</Line>;
  if (zone === undefined || shortTime(at, zone, now) === shortTime(at, ownZone(), now)) return null;
  return <Line>{text.common.zone(zone.replaceAll('_', ' '))}</Line>;
}

function Line({ children }: { readonly children: string }): ReactNode {
  return (
    <p className="live">
      <span className="t">{children}</span>
    </p>
  );
}
