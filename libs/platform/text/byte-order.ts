const SURROGATE = /[\ud800-\udfff]/;

/**
 * Texts as their UTF-8 sorts byte by byte, PostgreSQL's `collate "C"`. JavaScript's own order differs only where a
 * surrogate pair is compared.
 */
export function inByteOrder(texts: readonly string[]): string[] {
  return texts.some((text) => SURROGATE.test(text)) ? texts.toSorted(byBytes) : texts.toSorted();
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
