const SURROGATE = /[\ud800-\udfff]/;

/**
 * Sorts texts by the bytes of their UTF-8, like PostgreSQL's `collate "C"`. JavaScript's order differs only for
 * surrogate pairs.
 */
export function inByteOrder(texts: readonly string[]): string[] {
  return texts.some((text) => SURROGATE.test(text)) ? texts.toSorted(byBytes) : texts.toSorted();
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
