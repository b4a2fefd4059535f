/**
 * A timestamp as SQL through `execute` answers it (PostgreSQL's text, microseconds and offset) in ISO 8601 UTC with
 * milliseconds.
 */
export function isoTime(timestamp: string): string {
  return new Date(timestamp).toISOString();
}
