/** Splits a list of names at its commas. */
export function namesIn(given: string): string[] {
  return given
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
