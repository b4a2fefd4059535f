/** The `min` of fields for a day: while a year is typed, browsers report the years 2, 20 and 202. */
export const FIRST_DAY = '1000-01-01';
/** The `max` of fields for a day: without one, browsers take years of six digits, which are no days of ISO 8601. */
export const LAST_DAY = '2999-12-31';
