import { cleanText } from '../words/clean-text.js';
import { credentialWords, stopWords } from '../words/credential-words.js';
import { type Word, splitWords } from '../words/split-words.js';

const FEWEST = 3;
/** Two letters say enough where they are all of a topic and the row is a whole part of a name: "DR" and "Continuity and Disaster Recovery". */
const FEWEST_ALONE = 2;
const MOST = 7;
const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}{2,7}(?![\p{L}\p{N}])/gu;
/** Three letters are the initials of many a row of words; so few count only where the row is a whole part of a name. */
const CERTAIN = 4;

interface Row {
  readonly initials: string;
  readonly words: readonly string[];
  readonly isWholePart: boolean;
  /** It begins or ends a name. */
  readonly isAtAnEnd: boolean;
}

/** The rows of words that initials can stand for, with small words and without: "Hours of Service" is HOS and HS. */
function rowsOf(words: readonly Word[]): Row[] {
  const rows: Row[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let length = FEWEST_ALONE; length <= MOST && from + length <= words.length; length++) {
      const row = words.slice(from, from + length);
      const isWholePart = words[from - 1]?.part !== row[0]?.part && words[from + length]?.part !== row.at(-1)?.part;
      rows.push({ initials: row.map(({ text }) => text[0] ?? '').join(''), words: row.map(({ text }) => text), isWholePart, isAtAnEnd: from === 0 || from + length === words.length });
    }
  }
  return rows;
}

/** Words behind a name that are no part of what it is called: "Ground Power Unit Operation". */
const BEHIND = new Set(['operation', 'operations', 'operator', 'operators', 'safety', 'awareness', 'training', 'basics', 'essentials', 'fundamentals', 'overview', 'handling', 'skills', 'use', 'course', 'level', 'refresher']);

const bothWays = (words: readonly Word[]): Row[] => {
  const telling = words.filter(({ text }) => !stopWords.has(text));
  return [...rowsOf(words), ...rowsOf(telling), ...rowsOf(telling.filter(({ text }) => !BEHIND.has(text)))];
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
  private readonly longOf = new Map<string, string>();
  private readonly longOfAlone = new Map<string, string>();

  /** What the names write in capitals: only that is an abbreviation, and "use" and "rail" are not. */
  private readonly abbreviations = new Set<string>();

  /** @param words of the names and @param isKnown of the vocabulary: what is one of them is no abbreviation that has to be found out */
  constructor(
    names: Iterable<string>,
    private readonly words: ReadonlySet<string>,
    private readonly isKnown: (word: string) => boolean = () => false,
  ) {
    for (const name of names) {
      for (const [capitals] of name.matchAll(CAPITALS)) this.abbreviations.add(capitals.toLowerCase());
      for (const row of bothWays(wordsOf(name))) {
        if (row.initials.length >= CERTAIN || (row.initials.length >= FEWEST && row.isWholePart)) note(this.longOf, row);
        if (row.isWholePart || (row.initials.length >= FEWEST && row.isAtAnEnd)) note(this.longOfAlone, row);
      }
    }
  }

  /** The topic as the library would write it; null where it has nothing to write otherwise. */
  rewrite(topic: string): WrittenTheOtherWay | null {
    const words = wordsOf(topic);
    return this.writeOut(words) ?? this.shorten(words);
  }

  private writeOut(words: readonly Word[]): WrittenTheOtherWay | null {
    const longOf = words.filter(({ text }) => !credentialWords.has(text) && !BEHIND.has(text)).length === 1 ? this.longOfAlone : this.longOf;
    for (const { text: short } of words) {
      const long = this.words.has(short) || this.isKnown(short) ? undefined : longOf.get(short);
      if (long !== undefined) return { topic: words.map(({ text }) => (text === short ? long : text)).join(' '), short, long };
    }
    return null;
  }

  /** Only where the library lacks a word of the row: else it would not need the abbreviation to be found. */
  private shorten(words: readonly Word[]): WrittenTheOtherWay | null {
    const row = bothWays(words).find(({ initials, words: of }) => initials.length >= FEWEST && this.abbreviations.has(initials) && of.some((word) => !this.words.has(word)));
    if (row === undefined) return null;
    const left = words.map(({ text }) => text).filter((word) => !row.words.includes(word));
    return { topic: [row.initials, ...left].join(' '), short: row.initials, long: row.words.join(' ') };
  }
}

function note(longOf: Map<string, string>, { initials, words }: Row): void {
  if (!longOf.has(initials)) longOf.set(initials, words.join(' '));
}
