import { type ChangeEvent, useState } from 'react';
import { day } from '../search/params.js';
import { FIRST_DAY, LAST_DAY } from './last-day.js';

interface TypedDay {
  readonly type: 'date';
  readonly min: string;
  readonly max: string;
  readonly value: string;
  readonly required: boolean;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  readonly onBlur: () => void;
}

/**
 * The attributes of a field for a day, `2026-12-31`. The chosen one stays until another one is typed: browsers report
 * no day while a part of it is missing, and the years 2, 20 and 202 while one is typed.
 * @param isOptional no day can be chosen, too: the empty text
 */
export function useTypedDay(chosen: string, onChoose: (day: string) => void, isOptional = false): TypedDay {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    type: 'date',
    min: FIRST_DAY,
    max: LAST_DAY,
    value: typed ?? chosen,
    required: !isOptional,
    onChange: ({ target: { value } }) => {
      setTyped(value);
      if (day(value) !== undefined || (isOptional && value === '')) onChoose(value);
    },
    onBlur: () => setTyped(null),
  };
}
