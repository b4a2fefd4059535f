import type { Calendar } from '../rule/calendar.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The instant that a board is asked for. */
export interface ShownInstant {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** True: the board as it is kept up to date; false: that of another time. */
  readonly isNow: boolean;
}

/**
 * @param asOf a day, which begins in the tenant's time zone, or an instant, both valid; undefined: now
 * @param now milliseconds since the epoch
 */
export function shownInstant(asOf: string | undefined, calendar: Calendar, now: number): ShownInstant {
  if (asOf === undefined) return { at: now, isNow: true };
  return { at: DAY.test(asOf) ? calendar.startOf(asOf) : Date.parse(asOf), isNow: false };
}
