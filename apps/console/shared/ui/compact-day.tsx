import type { ReactNode } from 'react';
import { day } from '../search/params.js';
import { useTypedDay } from './use-typed-day.js';

interface CompactDayProps {
  /** Read by screen readers only; left out: the field is inside of its label. */
  readonly label?: string;
  /** `2026-12-31`; undefined: none. */
  readonly value: string | undefined;
  readonly onChoose: (day: string | undefined) => void;
}

/** A day as a filter. */
export function CompactDay({ label, value, onChoose }: CompactDayProps): ReactNode {
  const typed = useTypedDay(value ?? '', (given) => onChoose(day(given)), true);
  return <input className="in sm" aria-label={label} {...typed} />;
}
