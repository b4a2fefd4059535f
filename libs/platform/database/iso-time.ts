/**
 * Converts a timestamp that `execute` returns (PostgreSQL's text, with microseconds and offset) to ISO 8601 UTC with
 * milliseconds.
 */
export function isoTime(timestamp: string): string {
  return new Date(timestamp).toISOString();
}

/**
 * A date as the API shows it: the day, if a day was given, and otherwise the timestamp in ISO 8601.
 * @param day PostgreSQL's `date` as text
 */
export function isoDayOrTime(day: string | null, timestamp: string | null): string | null {
  return day ?? (timestamp === null ? null : isoTime(timestamp));
}
