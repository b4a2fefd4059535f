const LONG_NUMBER = /\d[\d.]{15}/;

/**
 * Parses JSON. An integer that JavaScript would round, such as an id of 64 bits in the event of a source system, is an
 * object that `JSON.stringify` writes with its own digits. Older browsers round it.
 */
export function parseExactly(text: string): unknown {
  const { rawJSON } = JSON;
  if (rawJSON === undefined || !LONG_NUMBER.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_name, value, { source }) =>
    typeof value === 'number' && source !== undefined && isRounded(value, source) ? rawJSON(source) : value,
  );
}

function isRounded(value: number, source: string): boolean {
  return !Number.isSafeInteger(value) && /^-?\d+$/.test(source) && String(value) !== source;
}
