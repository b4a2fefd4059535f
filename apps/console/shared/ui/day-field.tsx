import type { ReactNode } from 'react';
import { LAST_DAY } from './last-day.js';
import { TextField } from './text-field.js';

/** A labelled day, `2026-12-31`; empty: none. */
export function DayField({
  label,
  help,
  name,
  min,
  day,
  onChoose,
}: {
  readonly label: string;
  readonly help?: string;
  /** As the API calls it. */
  readonly name?: string;
  /** The first day that may be chosen. */
  readonly min?: string;
  readonly day: string;
  readonly onChoose: (day: string) => void;
}): ReactNode {
  return (
    <TextField
      label={label}
      help={help}
      name={name}
      type="date"
      min={min}
      max={LAST_DAY}
      value={day}
      onChange={({ target }) => onChoose(target.value)}
    />
  );
}
