/** Converts a time to the format of the API and of cursors: ISO 8601, UTC, with milliseconds. */
export function normalizeTime(text: string | null): string | null {
  return text === null ? null : new Date(text).toISOString();
}
