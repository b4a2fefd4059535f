export const DAY_MS = 86_400_000;

/** The time that is so many days from now: `2026-12-01T09:30:00.000Z`. */
export const timeInDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

/** The date that is so many days from now, in UTC: `2026-12-01`. */
export const dateInDays = (days: number): string => timeInDays(days).slice(0, 10);
