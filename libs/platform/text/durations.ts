/** In milliseconds. */
export const HOUR_MS = 3_600_000;

/** 24 hours, in milliseconds. A day of a time zone can be longer or shorter. */
export const DAY_MS = 24 * HOUR_MS;
