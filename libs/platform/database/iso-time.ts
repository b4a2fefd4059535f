/**
 * Converts a timestamp that `execute` returns (PostgreSQL's text, with microseconds and offset) to ISO 8601 UTC with
 * milliseconds.
 */
export function isoTime(timestamp: string): string {
  return new Date(timestamp).toISOString();
}
