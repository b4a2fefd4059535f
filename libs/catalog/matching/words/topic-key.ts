import { createHash } from 'node:crypto';
import { cleanText } from './clean-text.js';
import { normalizeText, splitWords } from './split-words.js';

/**
 * In UTF-16 code units. Normalisation turns one character into up to 18, and PostgreSQL refuses to index a value of
 * more than 2,704 bytes.
 */
const MAX_KEY_LENGTH = 300;
/** The part of a longer key that stands before its digest. */
const START = 220;

/**
 * Returns the form in which topics are compared, regardless of case, accents and separators: `"The_Beast"` and `"the
 * beast"` are equal. A digest of the whole key replaces the end of an overlong key.
 */
export function topicKey(topic: string): string {
  const words = splitWords(cleanText(topic), Number.POSITIVE_INFINITY).map(({ text }) => text);
  const key = words.length > 0 ? words.join(' ') : normalizeText(topic);
  if (key.length <= MAX_KEY_LENGTH) return key;
  return `${key.slice(0, START).toWellFormed()} ${createHash('sha256').update(key).digest('hex')}`;
}
