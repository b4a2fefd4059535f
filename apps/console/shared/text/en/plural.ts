const RULES = new Intl.PluralRules('en');
const FORMAT = new Intl.NumberFormat('en');
const MAX_RANGES = 8;

/** `1,279`. */
export function number(count: number): string {
  return FORMAT.format(count);
}

/** Ascending whole numbers: `3, 7–9`. Of many ranges, the first ones and how many numbers follow. */
export function numbersOf(numbers: readonly number[]): string {
  const ranges: Array<{ readonly from: number; to: number }> = [];
  for (const next of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last.to + 1 === next) last.to = next;
    else ranges.push({ from: next, to: next });
  }
  const shown = ranges.slice(0, MAX_RANGES).map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`));
  const more = ranges.slice(MAX_RANGES).reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return shown.join(', ') + (more === 0 ? '' : ` and ${number(more)} more`);
}

/** `1 person`, `171 people`. */
export function counted(count: number, one: string, other: string): string {
  return `${number(count)} ${RULES.select(count) === 'one' ? one : other}`;
}
