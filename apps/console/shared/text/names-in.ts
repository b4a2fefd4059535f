/**
 * Splits a list of names at its commas.
 * @param known names that can have commas themselves, and are kept whole
 */
export function namesIn(given: string, known: readonly string[] = []): string[] {
  // The longest first: one of them can begin with another.
  const whole = known
    .map((name) => ({ name, parts: partsOf(name) }))
    .toSorted((one, other) => other.parts.length - one.parts.length);
  const rest = partsOf(given);
  const names: string[] = [];
  while (rest.length > 0) {
    const found = whole.find(({ parts }) => parts.every((part, index) => part === rest[index]));
    const [first = ''] = rest.splice(0, found?.parts.length ?? 1);
    names.push(found?.name ?? first);
  }
  return names.filter((name) => name !== '');
}

function partsOf(names: string): string[] {
  return names.split(',').map((part) => part.trim());
}
