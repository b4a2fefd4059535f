import { createHash } from 'node:crypto';
import { cleanText } from './clean-text.js';
import { plain, splitWords } from './split-words.js';

/**
 * In UTF-16 code units. Normalisation turns one character into up to 18, and PostgreSQL refuses to index a value of
 * more than 2,704 bytes.
 */
const LONGEST = 300;
/** How much of a longer key is kept in front of its digest. */
const START = 220;

/**
 * A topic as topics are compared, whatever the case, accents and separators: `"The_Beast"` and `"the beast"` are one.
 * The end of an overlong key is replaced by a digest of the whole key.
 */
export function topicKey(topic: string): string {
  const words = splitWords(cleanText(topic), Number.POSITIVE_INFINITY).map(({ text }) => text);
  const key = words.length > 0 ? words.join(' ') : plain(topic);
  if (key.length <= LONGEST) return key;
  return `${key.slice(0, START).toWellFormed()} ${createHash('sha256').update(key).digest('hex')}`;
}
