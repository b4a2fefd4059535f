const RULES = new Intl.PluralRules('en');
const FORMAT = new Intl.NumberFormat('en');

/** `1,279`. */
export function number(count: number): string {
  return FORMAT.format(count);
}

/** `1 person`, `171 people`. */
export function counted(count: number, one: string, other: string): string {
  return `${number(count)} ${RULES.select(count) === 'one' ? one : other}`;
}
