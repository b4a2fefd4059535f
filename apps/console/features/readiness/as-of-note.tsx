import { CalendarClock } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../shared/text/text.js';
import { shortDay } from '../../shared/time/days.js';
import { useNow } from '../../shared/time/now.js';
import { useZone } from '../../shared/time/zone.js';
import { Button } from '../../shared/ui/button.js';

/** A note that the page shows another day than today, chosen with the board's slider. */
export function AsOfNote({ day, onToday }: { readonly day: string; readonly onToday: () => void }): ReactNode {
  const words = text.readiness.asOf;
  const zone = useZone();
  const now = useNow();
  return (
    <div className="note accent as-of-note" role="note">
      <CalendarClock className="i" aria-hidden="true" />
      <p>{words.note(shortDay(day, zone, now))}</p>
      <Button onClick={onToday}>{words.today}</Button>
    </div>
  );
}
