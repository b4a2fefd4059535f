import { type Calendar, type Day, daysBetween } from '../rule/calendar.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * An end as the API shows it: the last day that it holds if it ends with a day, else the instant; null: no end.
 * @param end milliseconds since the epoch, or `Infinity`
 */
export function shownEnd(end: number, calendar: Calendar): string | null {
  if (end === Infinity) return null;
  return isStartOfDay(end, calendar) ? calendar.lastDayBefore(end) : new Date(end).toISOString();
}

/** A beginning as the API shows it: the day if it begins with one, else the instant in milliseconds since the epoch. */
export function shownBeginning(at: number, calendar: Calendar): string {
  return isStartOfDay(at, calendar) ? calendar.dayOf(at) : new Date(at).toISOString();
}

function isStartOfDay(at: number, calendar: Calendar): boolean {
  return calendar.startOf(calendar.dayOf(at)) === at;
}

/** `3 Dec`, or `3 Dec 2027` in another year than that of `today`. */
export function writtenDay(day: Day, today: Day): string {
  const [year = '', month = '', number = ''] = day.split('-');
  const written = `${Number(number)} ${MONTHS[Number(month) - 1] ?? month}`;
  return today.startsWith(year) ? written : `${written} ${year}`;
}

/** `12 days ago`, `1 day ago`, `today`. */
export function ago(day: Day, today: Day): string {
  const days = daysBetween(day, today);
  return days <= 0 ? 'today' : `${days} ${days === 1 ? 'day' : 'days'} ago`;
}

/** `in 12 days`, `in 1 day`, `today`. */
export function ahead(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  return days <= 0 ? 'today' : `in ${days} ${days === 1 ? 'day' : 'days'}`;
}
