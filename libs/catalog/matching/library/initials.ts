import { ENTRY_BYTES, MIB, NUMBER_BYTES, bytesOfText } from '../bytes.js';
import { licenceClassesIn } from '../words/licences.js';
import type { Word } from '../words/split-words.js';
import { credentialWords } from '../words/word-lists.js';
import {
  MAX_RUNS,
  MAX_WORDS,
  MIN_INITIALS,
  MIN_INITIALS_ALONE,
  type NameInitials,
  TRAILING_WORDS,
  runsOfVariants,
  textsOf,
  wordsOf,
} from './initials-of.js';

/** The initials of the 26,652 names of `npm run bench:matching` take 11 MiB. Initials of further names are left out. */
const MAX_BYTES = 12 * MIB;

/** In a library with more names, some run of words has any two or three initials by chance. */
const MAX_NAMES_OF_SHORT = 300;
const MIN_INITIALS_AMONG_MANY = 4;
const OPERATES = /^operat/;
/** A class or a mark: "C1 licence" is for no "COVID-19". */
const LETTER_WITH_DIGIT = /^(?:\p{L}\d|\d\p{L})$/u;

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

  /** Of all names: see {@link NameInitials}. */
  private readonly abbreviations = new Set<string>();

  /**
   * @param words the words of the names; they need no expansion
   * @param isKnown whether the vocabulary has a word, which may be all of a topic; such words need no expansion
   */
  constructor(
    private readonly words: ReadonlySet<string>,
    private readonly isKnown: (word: string, isAlone: boolean) => boolean = () => false,
  ) {}

  /** Adds a name, unless the memory limit is reached. */
  add(name: string, { abbreviations, runs }: NameInitials): void {
    if (this.used > MAX_BYTES || (runs.length === 0 && abbreviations.length === 0)) return;
    const place = (this.names.push(name) - 1) * MAX_RUNS;
    this.used += NUMBER_BYTES;
    for (const abbreviation of abbreviations) this.addAbbreviation(abbreviation);
    for (const { initials, position, countAnywhere, countAlone } of runs) {
      if (countAnywhere) this.addRun(this.runByInitials, initials, place + position);
      if (countAlone) this.addRun(this.runByInitialsAlone, initials, place + position);
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
  private addRun(longOf: Map<string, number>, initials: string, place: number): void {
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
    const isAlone = words.filter(({ text }) => !credentialWords.has(text) && !TRAILING_WORDS.has(text)).length === 1;
    // Two letters that somebody operates are a thing: "DP operator" is for no "Data Protection".
    const minLength = words.some(({ text }) => OPERATES.test(text)) ? MIN_INITIALS : MIN_INITIALS_ALONE;
    const longOf = isAlone ? this.runByInitialsAlone : this.runByInitials;
    const classes = licenceClassesIn(words.map(({ text }) => text).join(' '));
    for (const { text: short } of words) {
      const isWord =
        short.length < minLength ||
        LETTER_WITH_DIGIT.test(short) ||
        classes.includes(short) ||
        this.words.has(short) ||
        this.isKnown(short, isAlone);
      const row = isWord ? undefined : this.runOf(short, longOf);
      if (row === undefined) continue;
      const long = this.longForm(row);
      return { topic: words.map(({ text }) => (text === short ? long : text)).join(' '), short, long };
    }
    return null;
  }

  /** A last T stands for training, which a name may leave out: CFBT is "Compartment Fire Behaviour". */
  private runOf(short: string, longOf: ReadonlyMap<string, number>): number | undefined {
    const minLength = this.names.length > MAX_NAMES_OF_SHORT ? MIN_INITIALS_AMONG_MANY : MIN_INITIALS_ALONE;
    const forms = /^.{3,}t$/.test(short) ? [short, short.slice(0, -1)] : [short];
    const known = forms.find((form) => form.length >= minLength && longOf.has(form));
    return known === undefined ? undefined : longOf.get(known);
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
      ({ initials }) =>
        initials.length >= MIN_INITIALS && this.abbreviations.has(initials) && !this.isKnown(initials, false),
    );
    const row = rows.find((one) => textsOf(one).some((word) => !this.words.has(word)));
    if (row === undefined) return null;
    const long = textsOf(row);
    const left = words.map(({ text }) => text).filter((word) => !long.includes(word));
    return { topic: [row.initials, ...left].join(' '), short: row.initials, long: long.join(' ') };
  }
}
