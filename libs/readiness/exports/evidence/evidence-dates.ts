import { writtenDay } from '../../reasons/dates.js';
import type { Calendar } from '../../rule/calendar.js';

/** `26 Nov 2026` in the tenant's time zone. */
export function dayOf(instant: number, calendar: Calendar): string {
  return fullDay(calendar.dayOf(instant));
}

/** The last day before an end. */
export function lastDay(end: number, calendar: Calendar): string {
  return fullDay(calendar.lastDayBefore(end));
}

/** `26 Nov 2026, 10:12` in the tenant's time zone. */
export function timeOf(instant: number, calendar: Calendar): string {
  const time = new Date(instant).toLocaleTimeString('en-GB', {
    timeZone: calendar.timeZone,
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${dayOf(instant, calendar)}, ${time}`;
}

/** A day or an instant, as the API answers them; null: nothing. */
export function dayOrTime(at: string | null, calendar: Calendar): string {
  if (at === null) return '';
  return at.includes('T') ? timeOf(Date.parse(at), calendar) : fullDay(at);
}

function fullDay(day: string): string {
  return writtenDay(day, '');
}
