import type { Question } from '#catalog';
import { wordsOf } from './sentences.js';

/** Words of so few letters say nothing about a subject. */
const MIN_WORD_LENGTH = 4;
/** Two words with the same beginning are the same word in another form. */
const STEM = 5;
/** The share of an answer's words that the lessons have to use. */
const SHARE = 0.6;

const COMMON = new Set([
  'that',
  'this',
  'with',
  'from',
  'they',
  'them',
  'then',
  'when',
  'what',
  'have',
  'only',
  'your',
]);

const stemsOf = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => word.length >= MIN_WORD_LENGTH && !COMMON.has(word))
    .map((word) => word.slice(0, STEM));

/** The stems of the words that the lessons use. */
export function taughtWords(lessons: readonly string[]): ReadonlySet<string> {
  return new Set(lessons.flatMap(stemsOf));
}

/** Whether the lessons use enough words of the right option. */
export function isAnswerable({ options, answer }: Question, taught: ReadonlySet<string>): boolean {
  const words = stemsOf(options[answer] ?? '');
  if (words.length === 0) return true;
  return words.filter((word) => taught.has(word)).length / words.length >= SHARE;
}
