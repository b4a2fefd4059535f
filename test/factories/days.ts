import { DAY_MS } from '#platform/text';

/** The time that is so many days from now: `2026-12-01T09:30:00.000Z`. */
export const timeInDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

/** The day in a time zone that is so many days after that of a time: `2026-12-01`. */
export const dayAt = (time: string, timeZone: string, days = 0): string =>
  new Date(Date.parse(new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(time))) + days * DAY_MS)
    .toISOString()
    .slice(0, 10);

/** The day in a time zone that is so many days after its current one: `2026-12-01`. */
export const dayIn = (timeZone: string, days = 0): string => dayAt(new Date().toISOString(), timeZone, days);

/** The date that is so many days from now, in UTC: `2026-12-01`. */
export const dateInDays = (days: number): string => timeInDays(days).slice(0, 10);
