import { randomInt } from 'node:crypto';

/** 95,000: the format in names of attacks. */
export function written(count: number): string {
  return count.toLocaleString('en-US');
}

/** A JSON object with this many unknown fields of 11 bytes each. */
export function wideObject(fields: number): string {
  return `{${Array.from({ length: fields }, (_, index) => `"f${String(index).padStart(5, '0')}":0`).join(',')}}`;
}

/** A JSON value with this depth of nesting; 2 bytes for each level. */
export function deepValue(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}

/** Distinct short texts as a JSON array; about 8 bytes each. */
export function manyTexts(count: number): string {
  return `[${Array.from({ length: count }, (_, index) => `"t${index.toString(36)}"`).join(',')}]`;
}

/** "Squared" words of katakana. */
const SQUARED_WORDS = [0x33_00, 0x33_58] as const;

/**
 * Characters of U+3300 to U+3357: each is 3 bytes of UTF-8, and 3 to 6 letters after NFKD, without a word break. No two
 * texts are the same.
 */
export function rareText(characters: number): string {
  return Array.from({ length: characters }, () => String.fromCodePoint(randomInt(...SQUARED_WORDS))).join('');
}

const LETTERS = [0x61, 0x7b] as const;

/** A word that is in no vocabulary. */
export function randomLetters(characters: number): string {
  return Array.from({ length: characters }, () => String.fromCodePoint(randomInt(...LETTERS))).join('');
}

/** A table of workers for `/workers/import`; about 95 bytes a row. */
export function workersCsv(rows: number): Buffer {
  const lines = Array.from(
    { length: rows },
    (_, index) =>
      `W-${index},worker.${index}@example.com,L-${index},Worker ${index},Site ${index % 40},Operator of machines,true`,
  );
  return Buffer.from(['externalWorkerId,email,learnerId,name,site,role,active', ...lines].join('\n'));
}
