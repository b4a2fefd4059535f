import { text } from '../text/text.js';

const DAY_MS = 24 * 60 * 60 * 1_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are cached: a table has hundreds of days, and creating a format takes longer than using it. */
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const kept = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, kept);
  return kept;
}

/** The zone of the person's own clock. */
export function ownZone(): string {
  return format('en-GB', {}).resolvedOptions().timeZone;
}

/** `2026-12-15`: the day of an instant in a zone; a day stays itself. */
export function dayOf(value: string | Date, zone: string): string {
  if (typeof value === 'string' && DAY.test(value)) return value;
  return format('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date(value));
}

/** Days from today until a day or an instant, by the calendar of the zone; negative: past. */
export function daysUntil(value: string, zone: string, now: Date): number {
  return (Date.parse(dayOf(value, zone)) - Date.parse(dayOf(now, zone))) / DAY_MS;
}

/** Whether what is valid to the end of a day, or until an instant, is over. */
export function isOver(end: string, zone: string, now: Date): boolean {
  return DAY.test(end) ? daysUntil(end, zone, now) < 0 : Date.parse(end) <= now.getTime();
}

/** Whether a page shows a past day, on which nothing can be changed any more. @param day undefined: it shows today */
export function isPast(day: string | undefined, zone: string, now: Date): boolean {
  return day !== undefined && daysUntil(day, zone, now) < 0;
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** `15 Dec`; with the year if it is not this one. */
export function shortDay(value: string, zone: string, now: Date): string {
  const day = dayOf(value, zone);
  const isThisYear = day.slice(0, 4) === dayOf(now, zone).slice(0, 4);
  return format('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(new Date(day));
}

/** `19 Nov 09:12`. */
export function shortTime(value: string, zone: string, now: Date): string {
  const time = format('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  return `${shortDay(value, zone, now)} ${time.format(new Date(value))}`;
}

/** `now`, `12 min`, `4 h`, `2 d`, under a week; then `15 Nov`. */
export function age(value: string, zone: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - Date.parse(value)) / 60_000);
  const words = text.common.ages;
  if (minutes < 1) return words.now;
  if (minutes < 60) return words.minutes(minutes);
  if (minutes < 24 * 60) return words.hours(Math.floor(minutes / 60));
  if (minutes < 7 * 24 * 60) return words.days(Math.floor(minutes / (24 * 60)));
  return shortDay(value, zone, now);
}

/** The last day on which something is valid that ends at an instant, in a zone. */
export function lastDayBefore(end: string, zone: string): string {
  return dayOf(new Date(Date.parse(end) - 1), zone);
}

/** The first instant of a day in a zone. */
export function startOfDay(day: string, zone: string): Date {
  return endOfDay(addDays(day, -1), zone);
}

/** The first instant after a day has ended in a zone. */
export function endOfDay(day: string, zone: string): Date {
  const midnight = Date.parse(addDays(day, 1));
  const guesses = [midnight - DAY_MS, midnight + DAY_MS].map((near) => midnight - offsetAt(near, zone));
  const [first = midnight, last = first] = guesses.toSorted((one, other) => one - other);
  // Some zones change their clocks at midnight: then the day begins at the later guess, with the clock at 01:00.
  return new Date(first + offsetAt(first, zone) === midnight ? first : last);
}

/** Milliseconds that the clocks of a zone are ahead of UTC. */
function offsetAt(instant: number, zone: string): number {
  const parts = format('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const of = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return local - Math.floor(instant / 1_000) * 1_000;
}
