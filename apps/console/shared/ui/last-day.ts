/** The `max` of fields for a day: without one, browsers take years of six digits, which are no days of ISO 8601. */
export const LAST_DAY = '2999-12-31';
