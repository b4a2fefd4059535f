import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { sentencesOf, wordsOf } from './sentences.js';

/** Fewer words say nothing about how a text reads. */
const FEWEST_WORDS = 30;
/** The time to count syllables grows with the square of a word's length: one of 80,000 letters takes seconds. */
const LONGEST_WORD = 100;

/** The grade of the Flesch-Kincaid formula: years of schooling that an English text takes. Null: it is too short. */
export function readingGrade(markdown: string): number | null {
  const sentences = sentencesOf(markdown);
  const words = sentences.flatMap(wordsOf);
  if (words.length < FEWEST_WORDS) return null;
  const syllables = words.reduce((sum, word) => sum + syllable(word.slice(0, LONGEST_WORD)), 0);
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables });
}
