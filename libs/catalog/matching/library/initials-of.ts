import { cleanText } from '../words/clean-text.js';
import { stopWords } from '../words/word-lists.js';
import { type Word, splitWords } from '../words/split-words.js';

export const MIN_INITIALS = 3;
/**
 * Two letters are enough if they are the whole topic and the words are a whole segment of a name: "DR" and "Continuity
 * and Disaster Recovery".
 */
export const MIN_INITIALS_ALONE = 2;
const MAX_INITIALS = 7;
/** Longer names are not abbreviated. No name of a published library has more than 15 words. */
export const MAX_WORDS = 24;
/** More than the runs of such a name in all variants. */
export const MAX_RUNS = 512;
const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}{2,7}(?![\p{L}\p{N}])/gu;
/**
 * Many runs of words have the same three initials. So few letters count only if the run is a whole segment of a name.
 */
const MIN_INITIALS_ANYWHERE = 4;

/** Consecutive words of a name. */
export interface WordRun {
  readonly initials: string;
  readonly words: readonly Word[];
  readonly from: number;
  readonly end: number;
}

/** Returns the runs of words that initials can stand for. */
function runsOf(words: readonly Word[]): WordRun[] {
  const runs: WordRun[] = [];
  for (let from = 0; from < words.length; from++) {
    let initials = words[from]?.text[0] ?? '';
    for (let end = from + MIN_INITIALS_ALONE; end <= from + MAX_INITIALS && end <= words.length; end++) {
      initials += words[end - 1]?.text[0] ?? '';
      runs.push({ initials, words, from, end });
    }
  }
  return runs;
}

export function textsOf({ words, from, end }: WordRun): string[] {
  return words.slice(from, end).map(({ text }) => text);
}

/** Whether the segment has no other words. */
function isWholeSegment({ words, from, end }: WordRun): boolean {
  return words[from - 1]?.segment !== words[from]?.segment && words[end]?.segment !== words[end - 1]?.segment;
}

/** Whether it is at the start or the end of the name. */
function isAtStartOrEnd({ words, from, end }: WordRun): boolean {
  return from === 0 || end === words.length;
}

/** Words that follow a name and do not belong to it: "Ground Power Unit Operation". */
export const TRAILING_WORDS = new Set([
  'operation',
  'operations',
  'operator',
  'operators',
  'safety',
  'awareness',
  'training',
  'basics',
  'essentials',
  'fundamentals',
  'overview',
  'handling',
  'skills',
  'use',
  'course',
  'level',
  'refresher',
]);

/** The runs with small words and without, since "Hours of Service" is HOS and HS; and without trailing words. */
export const runsOfVariants = (words: readonly Word[]): WordRun[] => {
  const meaningful = words.filter(({ text }) => !stopWords.has(text));
  const name = meaningful.filter(({ text }) => !TRAILING_WORDS.has(text));
  const variants = [meaningful.length < words.length ? meaningful : [], name.length < meaningful.length ? name : []];
  return [words, ...variants].flatMap(runsOf);
};
export const wordsOf = (text: string): Word[] => splitWords(cleanText(text));

/** Initials that stand for consecutive words of a name. */
export interface InitialsOfRun {
  readonly initials: string;
  /** The position of the run in {@link runsOfVariants}. */
  readonly position: number;
  /** Whether they are understood beside other words of a topic. */
  readonly countAnywhere: boolean;
  /** Whether they are understood as a whole topic. */
  readonly countAlone: boolean;
}

/** The initials and abbreviations in a name. */
export interface NameInitials {
  /** Words in capitals: only they are abbreviations, and "use" and "rail" are not. */
  readonly abbreviations: readonly string[];
  readonly runs: readonly InitialsOfRun[];
}

const NO_INITIALS: NameInitials = { abbreviations: [], runs: [] };

/** Finds the abbreviations in a name, and the initials that stand for its words. */
export function initialsOf(name: string): NameInitials {
  const words = wordsOf(name);
  if (words.length === 0 || words.length > MAX_WORDS) return NO_INITIALS;
  const runs = runsOfVariants(words).map((run, position): InitialsOfRun => {
    const { initials } = run;
    const { length } = initials;
    const isWhole = isWholeSegment(run);
    return {
      initials,
      position,
      countAnywhere: length >= MIN_INITIALS_ANYWHERE || (length >= MIN_INITIALS && isWhole),
      countAlone: isWhole || (length >= MIN_INITIALS && isAtStartOrEnd(run)),
    };
  });
  return {
    abbreviations: [...name.matchAll(CAPITALS)].map(([capitals]) => capitals.toLowerCase()),
    runs: runs.filter(({ countAnywhere, countAlone }) => countAnywhere || countAlone),
  };
}
