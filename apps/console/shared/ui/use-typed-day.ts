import { type ChangeEvent, useState } from 'react';
import { day } from '../search/params.js';
import { LAST_DAY } from './last-day.js';

interface TypedDay {
  readonly type: 'date';
  readonly max: string;
  readonly value: string;
  readonly required: true;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  readonly onBlur: () => void;
}

/**
 * The attributes of a field for a day that stays chosen until another one is typed: browsers report no day while a part
 * of it is missing, and the years 2, 20 and 202 while one is typed.
 */
export function useTypedDay(chosen: string, onChoose: (day: string) => void): TypedDay {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    type: 'date',
    max: LAST_DAY,
    value: typed ?? chosen,
    required: true,
    onChange: ({ target: { value } }) => {
      setTyped(value);
      if (day(value) !== undefined) onChoose(value);
    },
    onBlur: () => setTyped(null),
  };
}
