import { ENTRY_BYTES, MIB, NUMBER_BYTES, bytesOfText } from '../bytes.js';
import { cleanText } from '../words/clean-text.js';
import { credentialWords, stopWords } from '../words/word-lists.js';
import { type Word, splitWords } from '../words/split-words.js';

const MIN_INITIALS = 3;
/**
 * Two letters are enough if they are the whole topic and the words are a whole segment of a name: "DR" and "Continuity
 * and Disaster Recovery".
 */
const MIN_INITIALS_ALONE = 2;
const MAX_INITIALS = 7;
/** Longer names are not abbreviated. No name of a published library has more than 15 words. */
const MAX_WORDS = 24;
/** More than the runs of such a name in all variants. */
const MAX_RUNS = 512;
/** The initials of the 26,652 names of `npm run bench:matching` take 11 MiB. Initials of further names are left out. */
const MAX_BYTES = 12 * MIB;
const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}{2,7}(?![\p{L}\p{N}])/gu;
/**
 * Many runs of words have the same three initials. So few letters count only if the run is a whole segment of a name.
 */
const MIN_INITIALS_ANYWHERE = 4;

/** Consecutive words of a name. */
interface WordRun {
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

function textsOf({ words, from, end }: WordRun): string[] {
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
const TRAILING_WORDS = new Set([
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
const runsOfVariants = (words: readonly Word[]): WordRun[] => {
  const meaningful = words.filter(({ text }) => !stopWords.has(text));
  const name = meaningful.filter(({ text }) => !TRAILING_WORDS.has(text));
  const variants = [meaningful.length < words.length ? meaningful : [], name.length < meaningful.length ? name : []];
  return [words, ...variants].flatMap(runsOf);
};
const wordsOf = (text: string): Word[] => splitWords(cleanText(text));

/** A topic in which an abbreviation was expanded, or words were abbreviated, as the library does. */
export interface Rewriting {
  readonly topic: string;
  readonly short: string;
  readonly long: string;
}

/** Finds the meaning of an abbreviation, and the abbreviation of words, in the names of a library. */
export class Initials {
  /**
   * The names; and by initials, the run that they stand for: position of the name × {@link MAX_RUNS} + position of the
   * run.
   */
  private readonly names: string[] = [];
  private readonly runByInitials = new Map<string, number>();
  private readonly runByInitialsAlone = new Map<string, number>();
  private used = 0;

  /** Words that a name has in capitals: only they are abbreviations, and "use" and "rail" are not. */
  private readonly abbreviations = new Set<string>();

  /**
   * @param words the words of the names; they need no expansion
   * @param isKnown whether the vocabulary has a word; such words need no expansion
   */
  constructor(
    names: Iterable<string>,
    private readonly words: ReadonlySet<string>,
    private readonly isKnown: (word: string) => boolean = () => false,
  ) {
    for (const name of names) this.add(name);
  }

  /** Adds a name, unless the memory limit is reached. */
  add(name: string): void {
    const words = this.used > MAX_BYTES ? [] : wordsOf(name);
    if (words.length === 0 || words.length > MAX_WORDS) return;
    let place = (this.names.push(name) - 1) * MAX_RUNS;
    this.used += NUMBER_BYTES;
    for (const [capitals] of name.matchAll(CAPITALS)) this.addAbbreviation(capitals.toLowerCase());
    for (const run of runsOfVariants(words)) {
      const { length } = run.initials;
      if (length >= MIN_INITIALS_ANYWHERE || (length >= MIN_INITIALS && isWholeSegment(run)))
        this.addRun(this.runByInitials, run, place);
      if ((length >= MIN_INITIALS && isAtStartOrEnd(run)) || isWholeSegment(run))
        this.addRun(this.runByInitialsAlone, run, place);
      place++;
    }
  }

  /** The estimated size without the names, in bytes. */
  get bytes(): number {
    return this.used;
  }

  private addAbbreviation(abbreviation: string): void {
    if (this.abbreviations.has(abbreviation)) return;
    this.abbreviations.add(abbreviation);
    this.used += ENTRY_BYTES + bytesOfText(abbreviation);
  }

  /** Initials stand for the first run that has them. */
  private addRun(longOf: Map<string, number>, { initials }: WordRun, place: number): void {
    if (longOf.has(initials)) return;
    longOf.set(initials, place);
    this.used += ENTRY_BYTES + bytesOfText(initials);
  }

  /** Rewrites a topic as the library would write it; null if nothing changes. */
  rewrite(topic: string): Rewriting | null {
    const words = wordsOf(topic);
    return words.length > MAX_WORDS ? null : (this.expand(words) ?? this.abbreviate(words));
  }

  private expand(words: readonly Word[]): Rewriting | null {
    const longOf =
      words.filter(({ text }) => !credentialWords.has(text) && !TRAILING_WORDS.has(text)).length === 1
        ? this.runByInitialsAlone
        : this.runByInitials;
    for (const { text: short } of words) {
      const row = this.words.has(short) || this.isKnown(short) ? undefined : longOf.get(short);
      if (row === undefined) continue;
      const long = this.longForm(row);
      return { topic: words.map(({ text }) => (text === short ? long : text)).join(' '), short, long };
    }
    return null;
  }

  private longForm(row: number): string {
    const name = this.names[Math.floor(row / MAX_RUNS)] ?? '';
    const found = runsOfVariants(wordsOf(name))[row % MAX_RUNS];
    return found === undefined ? '' : textsOf(found).join(' ');
  }

  /**
   * Abbreviates only if the library lacks a word of the run. Otherwise the course is found without the abbreviation.
   */
  private abbreviate(words: readonly Word[]): Rewriting | null {
    const rows = runsOfVariants(words).filter(
      ({ initials }) => initials.length >= MIN_INITIALS && this.abbreviations.has(initials),
    );
    const row = rows.find((one) => textsOf(one).some((word) => !this.words.has(word)));
    if (row === undefined) return null;
    const long = textsOf(row);
    const left = words.map(({ text }) => text).filter((word) => !long.includes(word));
    return { topic: [row.initials, ...left].join(' '), short: row.initials, long: long.join(' ') };
  }
}
