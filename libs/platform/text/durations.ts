/** In milliseconds. */
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

/** 24 hours, in milliseconds. A day of a time zone can be longer or shorter. */
export const DAY_MS = 24 * HOUR_MS;
