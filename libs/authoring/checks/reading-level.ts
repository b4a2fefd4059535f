import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { sentencesOf, wordsOf } from './sentences.js';

/** Fewer words say nothing about how a text reads. */
const MIN_WORDS = 30;
/** The time to count syllables grows with the square of a word's length: one of 80,000 letters takes seconds. */
const MAX_WORD_LENGTH = 100;

/** The grade of the Flesch-Kincaid formula: years of schooling that an English text takes. Null: it is too short. */
export function readingGrade(markdown: string): number | null {
  const sentences = sentencesOf(markdown);
  const words = sentences.flatMap(wordsOf);
  if (words.length < MIN_WORDS) return null;
  const syllables = words.reduce((sum, word) => sum + syllable(word.slice(0, MAX_WORD_LENGTH)), 0);
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables });
}
