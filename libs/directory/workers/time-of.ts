/** A time as a cursor has it and the API shows it: ISO 8601 UTC with milliseconds, whatever it was written like. */
export function timeOf(text: string | null): string | null {
  return text === null ? null : new Date(text).toISOString();
}
