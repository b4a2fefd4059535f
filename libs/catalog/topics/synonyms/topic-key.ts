import { cleanText } from '../../matching/words/clean-text.js';
import { plain, splitWords } from '../../matching/words/split-words.js';

/** A topic as topics are compared, whatever the case, accents and separators: `"The_Beast"` and `"the beast"` are one. */
export function topicKey(topic: string): string {
  const words = splitWords(cleanText(topic)).map(({ text }) => text);
  return words.length > 0 ? words.join(' ') : plain(topic);
}
