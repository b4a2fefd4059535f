import { ENTRY_BYTES, MIB, NUMBER_BYTES, bytesOfText } from '../bytes.js';
import { cleanText } from '../words/clean-text.js';
import { credentialWords, stopWords } from '../words/credential-words.js';
import { type Word, splitWords } from '../words/split-words.js';

const FEWEST = 3;
/**
 * Two letters say enough where they are all of a topic and the row is a whole part of a name: "DR" and "Continuity and
 * Disaster Recovery".
 */
const FEWEST_ALONE = 2;
const MOST = 7;
/** Longer names are not abbreviated. No name of a published library has more than 15 words. */
const MOST_WORDS = 24;
/** More than the rows of such a name, read in all ways. */
const MOST_ROWS = 512;
/** The initials of the 26,652 names of `npm run bench:matching` take 11 MiB. Initials of further names are left out. */
const MOST_BYTES = 12 * MIB;
const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}{2,7}(?![\p{L}\p{N}])/gu;
/** Three letters are the initials of many a row of words; so few count only where the row is a whole part of a name. */
const CERTAIN = 4;

/** Consecutive words of a name. */
interface Row {
  readonly initials: string;
  readonly words: readonly Word[];
  readonly from: number;
  readonly end: number;
}

/** The rows of words that initials can stand for, with small words and without: "Hours of Service" is HOS and HS. */
function rowsOf(words: readonly Word[]): Row[] {
  const rows: Row[] = [];
  for (let from = 0; from < words.length; from++) {
    let initials = words[from]?.text[0] ?? '';
    for (let end = from + FEWEST_ALONE; end <= from + MOST && end <= words.length; end++) {
      initials += words[end - 1]?.text[0] ?? '';
      rows.push({ initials, words, from, end });
    }
  }
  return rows;
}

function textsOf({ words, from, end }: Row): string[] {
  return words.slice(from, end).map(({ text }) => text);
}

/** Whether nothing else stands in the same part of the name. */
function isWholePart({ words, from, end }: Row): boolean {
  return words[from - 1]?.part !== words[from]?.part && words[end]?.part !== words[end - 1]?.part;
}

/** Whether it begins or ends the name. */
function isAtAnEnd({ words, from, end }: Row): boolean {
  return from === 0 || end === words.length;
}

/** Words behind a name that are no part of what it is called: "Ground Power Unit Operation". */
const BEHIND = new Set([
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

const bothWays = (words: readonly Word[]): Row[] => {
  const telling = words.filter(({ text }) => !stopWords.has(text));
  const name = telling.filter(({ text }) => !BEHIND.has(text));
  const shorter = [telling.length < words.length ? telling : [], name.length < telling.length ? name : []];
  return [words, ...shorter].flatMap(rowsOf);
};
const wordsOf = (text: string): Word[] => splitWords(cleanText(text));

/** What a topic shortens or writes out that a library writes out or shortens. */
export interface WrittenTheOtherWay {
  readonly topic: string;
  readonly short: string;
  readonly long: string;
}

/** Finds in a library's own names what an abbreviation stands for, and the abbreviation of what a topic writes out. */
export class Initials {
  /**
   * The names, and by initials the row that they stand for: place of the name × {@link MOST_ROWS} + place of the row.
   */
  private readonly names: string[] = [];
  private readonly longOf = new Map<string, number>();
  private readonly longOfAlone = new Map<string, number>();
  private taken = 0;

  /** What the names write in capitals: only that is an abbreviation, and "use" and "rail" are not. */
  private readonly abbreviations = new Set<string>();

  /**
   * @param words of the names and
   * @param isKnown of the vocabulary: what is one of them is no abbreviation that has to be found out
   */
  constructor(
    names: Iterable<string>,
    private readonly words: ReadonlySet<string>,
    private readonly isKnown: (word: string) => boolean = () => false,
  ) {
    for (const name of names) this.add(name);
  }

  /** Adds a name, unless the memory is used up. */
  add(name: string): void {
    const words = this.taken > MOST_BYTES ? [] : wordsOf(name);
    if (words.length === 0 || words.length > MOST_WORDS) return;
    let place = (this.names.push(name) - 1) * MOST_ROWS;
    this.taken += NUMBER_BYTES;
    for (const [capitals] of name.matchAll(CAPITALS)) this.noteAbbreviation(capitals.toLowerCase());
    for (const row of bothWays(words)) {
      const { length } = row.initials;
      if (length >= CERTAIN || (length >= FEWEST && isWholePart(row))) this.note(this.longOf, row, place);
      if ((length >= FEWEST && isAtAnEnd(row)) || isWholePart(row)) this.note(this.longOfAlone, row, place);
      place++;
    }
  }

  /** The estimated size without the names, in bytes. */
  get bytes(): number {
    return this.taken;
  }

  private noteAbbreviation(abbreviation: string): void {
    if (this.abbreviations.has(abbreviation)) return;
    this.abbreviations.add(abbreviation);
    this.taken += ENTRY_BYTES + bytesOfText(abbreviation);
  }

  /** Initials stand for the first row that has them. */
  private note(longOf: Map<string, number>, { initials }: Row, place: number): void {
    if (longOf.has(initials)) return;
    longOf.set(initials, place);
    this.taken += ENTRY_BYTES + bytesOfText(initials);
  }

  /** The topic as the library would write it; null where it has nothing to write otherwise. */
  rewrite(topic: string): WrittenTheOtherWay | null {
    const words = wordsOf(topic);
    return words.length > MOST_WORDS ? null : (this.writeOut(words) ?? this.shorten(words));
  }

  private writeOut(words: readonly Word[]): WrittenTheOtherWay | null {
    const longOf =
      words.filter(({ text }) => !credentialWords.has(text) && !BEHIND.has(text)).length === 1
        ? this.longOfAlone
        : this.longOf;
    for (const { text: short } of words) {
      const row = this.words.has(short) || this.isKnown(short) ? undefined : longOf.get(short);
      if (row === undefined) continue;
      const long = this.writtenOut(row);
      return { topic: words.map(({ text }) => (text === short ? long : text)).join(' '), short, long };
    }
    return null;
  }

  private writtenOut(row: number): string {
    const name = this.names[Math.floor(row / MOST_ROWS)] ?? '';
    const found = bothWays(wordsOf(name))[row % MOST_ROWS];
    return found === undefined ? '' : textsOf(found).join(' ');
  }

  /** Only where the library lacks a word of the row: else it would not need the abbreviation to be found. */
  private shorten(words: readonly Word[]): WrittenTheOtherWay | null {
    const rows = bothWays(words).filter(
      ({ initials }) => initials.length >= FEWEST && this.abbreviations.has(initials),
    );
    const row = rows.find((one) => textsOf(one).some((word) => !this.words.has(word)));
    if (row === undefined) return null;
    const long = textsOf(row);
    const left = words.map(({ text }) => text).filter((word) => !long.includes(word));
    return { topic: [row.initials, ...left].join(' '), short: row.initials, long: long.join(' ') };
  }
}
