import { LRUCache } from 'lru-cache';
import { Temporal } from 'temporal-polyfill';
import { DAY_MS } from '#platform/text';

/** A day of the calendar: `2026-12-01`; beyond the year 9999 with a sign and six digits, as ISO 8601 writes it. */
export type Day = string;

const DAY = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

/** True for a day of the calendar in the years 1 to 9999. */
export function isCalendarDay(value: unknown): value is Day {
  // JavaScript converts 30 February to 2 March.
  return (
    typeof value === 'string' &&
    DAY.test(value) &&
    !Number.isNaN(Date.parse(value)) &&
    new Date(value).toISOString().startsWith(value)
  );
}

/** Conversions are cached: a set of workers has few different days, and time zone arithmetic is slow. */
const MAX_CACHED_DAYS = 10_000;
/** The tenants of a time zone share a calendar, and with it the cache. */
const calendars = new LRUCache<string, Calendar>({ max: 20 });

/**
 * Days and instants in one time zone (IANA). Instants are milliseconds since the epoch. A day begins at its first
 * instant, which is not midnight where clocks are put forward at midnight (Cairo, Santiago, Beirut).
 */
export class Calendar {
  private readonly starts = new Map<Day, number>();
  private readonly days = new Map<number, Day>();

  private constructor(readonly timeZone: string) {}

  /** @param timeZone a name of IANA's */
  static of(timeZone: string): Calendar {
    const known = calendars.get(timeZone);
    if (known !== undefined) return known;
    const calendar = new Calendar(timeZone);
    calendars.set(timeZone, calendar);
    return calendar;
  }

  /** The first instant of a day. */
  startOf(day: Day): number {
    return cached(
      this.starts,
      day,
      () => Temporal.PlainDate.from(day).toZonedDateTime(this.timeZone).epochMilliseconds,
    );
  }

  /** The first instant after a day. */
  endOf(day: Day): number {
    return this.startOf(plusDays(day, 1));
  }

  /** The day in which an instant lies. PostgreSQL's instants have fractions of a millisecond. */
  dayOf(instant: number): Day {
    const whole = Math.floor(instant);
    return cached(this.days, whole, () =>
      Temporal.Instant.fromEpochMilliseconds(whole).toZonedDateTimeISO(this.timeZone).toPlainDate().toString(),
    );
  }

  /**
   * The last day that lies before an instant, in part at least: where something ends then, the last day that it holds.
   */
  lastDayBefore(end: number): Day {
    return this.dayOf(end - 1);
  }
}

export function plusDays(day: Day, days: number): Day {
  const midnight = new Date(Date.parse(day) + days * DAY_MS).toISOString();
  return midnight.slice(0, midnight.indexOf('T'));
}

/** How many days `later` is after `earlier`. */
export function daysBetween(earlier: Day, later: Day): number {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / DAY_MS);
}

function cached<Key, Value>(cache: Map<Key, Value>, key: Key, compute: () => Value): Value {
  const before = cache.get(key);
  if (before !== undefined) return before;
  if (cache.size >= MAX_CACHED_DAYS) cache.clear();
  const value = compute();
  cache.set(key, value);
  return value;
}
