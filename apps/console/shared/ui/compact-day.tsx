import { type ReactNode, useState } from 'react';
import { day } from '../search/params.js';
import { LAST_DAY } from './last-day.js';

interface CompactDayProps {
  /** Read by screen readers only; left out: the field is inside of its label. */
  readonly label?: string;
  /** `2026-12-31`; undefined: none. */
  readonly value: string | undefined;
  readonly onChoose: (day: string | undefined) => void;
}

/** A day as a filter. While a year is typed, the browser reports the years 2, 20 and 202, which are not applied. */
export function CompactDay({ label, value, onChoose }: CompactDayProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  const type = (given: string): void => {
    setTyped(given);
    if (given === '' || day(given) !== undefined) onChoose(day(given));
  };
  return (
    <input
      className="in sm"
      type="date"
      max={LAST_DAY}
      aria-label={label}
      value={typed ?? value ?? ''}
      onChange={({ target }) => type(target.value)}
      onBlur={() => setTyped(null)}
    />
  );
}
