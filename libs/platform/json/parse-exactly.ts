/** As many digits as every number of JavaScript keeps. */
const EXACT_DIGITS = 15;
const LONG_NUMBER = /\d[\d.]{15}/;

/**
 * Parses JSON. A number that JavaScript would round, such as an id of 64 bits, is a `RawJson`: `JSON.stringify` writes
 * its digits as they are.
 */
export function parseExactly(text: string): unknown {
  if (!LONG_NUMBER.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_name, value, { source }) =>
    typeof value === 'number' && source !== undefined && isRounded(value, source) ? JSON.rawJSON(source) : value,
  );
}

function isRounded(value: number, source: string): boolean {
  return String(value) !== source && source.replaceAll(/\D/g, '').length > EXACT_DIGITS;
}
