/**
 * A date of a body or an answer: a day without a time (`2026-12-01`), or an instant (ISO 8601, UTC, with milliseconds).
 */
export type DateText = string;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** True for a day without a time. */
export function isDay(text: string): boolean {
  return DAY.test(text);
}

/** Converts a date that {@link isTime} accepts to the format of the API; a day stays as it is. */
export function normalizeDayOrTime(text: string): DateText;
export function normalizeDayOrTime(text: string | null): DateText | null;
export function normalizeDayOrTime(text: string | null): DateText | null {
  return text === null || isDay(text) ? text : new Date(text).toISOString();
}

/** A date as statements take it: exactly one of the two, or neither. */
export interface DateColumns {
  readonly day: string | null;
  readonly time: string | null;
}

export function dateColumns(text: DateText | null): DateColumns {
  if (text === null) return { day: null, time: null };
  return isDay(text) ? { day: text, time: null } : { day: null, time: text };
}
