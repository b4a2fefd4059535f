/**
 * Converts a timestamp that `execute` returns (PostgreSQL's text, with microseconds, in UTC) to ISO 8601 with
 * milliseconds.
 */
export function isoTime(timestamp: string): string {
  return new Date(isOfFirstCentury(timestamp) ? `${timestamp.replace(' ', 'T')}:00` : timestamp).toISOString();
}

/**
 * In another format than that of ISO 8601, JavaScript reads the years 1 to 99 as 1950 to 2049. Programs write the year
 * 1 for a time that is not set (.NET's `DateTime.MinValue`, Go's zero time).
 */
function isOfFirstCentury(timestamp: string): boolean {
  return timestamp.startsWith('00') && timestamp[10] === ' ';
}

/**
 * A date as the API shows it: the day, if a day was given, and otherwise the timestamp in ISO 8601.
 * @param day PostgreSQL's `date` as text
 */
export function isoDayOrTime(day: string | null, timestamp: string | null): string | null {
  return day ?? (timestamp === null ? null : isoTime(timestamp));
}
