import type { ReactNode } from 'react';
import { TextField } from './text-field.js';
import { useTypedDay } from './use-typed-day.js';

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
  const typed = useTypedDay(day, onChoose, true);
  return <TextField label={label} help={help} name={name} {...typed} min={min ?? typed.min} />;
}
