import { type ReactNode, useEffect, useState } from 'react';
import { text } from '../../../shared/text/text.js';
import { addDays, dayOf, daysUntil, shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { Button } from '../../../shared/ui/button.js';
import { CompactDay } from '../../../shared/ui/compact-day.js';

/** Days before and after today that the slider reaches. */
const REACH = 90;
const TICKS = [-90, -45, 0, 45, 90];
/** Only the day at which a dragged slider stops is loaded. */
const REST_MS = 250;

/** Shows the board as it was or will be on another day. */
export function AsOf({
  day,
  onChange,
}: {
  /** Undefined: today. */
  readonly day: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}): ReactNode {
  const words = text.readiness.asOf;
  const zone = useZone();
  const now = useNow();
  const today = dayOf(now, zone);
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = dragged === null ? (day ?? today) : addDays(today, dragged);
  const choose = (chosen: string): void => onChange(chosen === today ? undefined : chosen);
  useEffect(() => {
    if (dragged === null) return;
    const timer = setTimeout(() => {
      choose(addDays(today, dragged));
      setDragged(null);
    }, REST_MS);
    return () => clearTimeout(timer);
    // Only moving the slider starts the wait.
    // eslint-disable-next-line react/exhaustive-deps
  }, [dragged]);
  return (
    <div className="asof">
      <div className="bar">
        <span className="lbl">{words.label}</span>
        <span className="grow" />
        <CompactDay label={words.date} value={shown} onChoose={(chosen) => chosen !== undefined && choose(chosen)} />
        <Button refused={day === undefined ? words.help : null} onClick={() => onChange(undefined)}>
          {words.today}
        </Button>
      </div>
      <input
        type="range"
        min={-REACH}
        max={REACH}
        aria-label={words.slider}
        aria-valuetext={shortDay(shown, zone, now)}
        value={Math.max(-REACH, Math.min(REACH, daysUntil(shown, zone, now)))}
        onChange={({ target }) => setDragged(Number(target.value))}
      />
      <div className="ticks" aria-hidden="true">
        {TICKS.map((days) => (
          <span key={days}>{days === 0 ? words.todayTick : shortDay(addDays(today, days), zone, now)}</span>
        ))}
      </div>
      <p className="faint">{words.help}</p>
    </div>
  );
}
