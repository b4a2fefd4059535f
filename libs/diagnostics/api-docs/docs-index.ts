/** A call of the API, or a section of a guide. */
export interface DocsEntry {
  /** The name of its page. */
  readonly page: string;
  readonly title: string;
  /** Its address, with the anchor. */
  readonly path: string;
  readonly text: string;
}

export interface FoundEntry extends DocsEntry {
  readonly excerpt: string;
}

const MAX_FOUND = 50;
const MAX_WORDS = 10;
const EXCERPT_BEFORE = 60;
const EXCERPT = 220;
/** Occurrences of a word in a text that count. */
const MAX_COUNTED = 5;
/** A word in the title counts as much as so many in the text. */
const TITLE_WEIGHT = 20;

interface Indexed {
  readonly entry: DocsEntry;
  readonly title: string;
  /** Of the entry's text alone. */
  readonly lower: string;
  /** With title and page. */
  readonly text: string;
}

/** Finds parts of the documentation by words. A search reads all of it once, a few hundred kilobytes. */
export class DocsIndex {
  private readonly entries: readonly Indexed[];

  constructor(entries: readonly DocsEntry[]) {
    this.entries = entries.map((entry) => ({
      entry,
      title: entry.title.toLowerCase(),
      lower: entry.text.toLowerCase(),
      text: `${entry.title} ${entry.text} ${entry.page}`.toLowerCase(),
    }));
  }

  /** The entries that have all of the words, those with most of them in their titles first. */
  find(query: string): FoundEntry[] {
    const words = [...new Set(query.toLowerCase().split(/\s+/).filter(Boolean))].slice(0, MAX_WORDS);
    if (words.length === 0) return [];
    return this.entries
      .filter(({ text }) => words.every((word) => text.includes(word)))
      .map((found) => ({ ...found, weight: weightOf(words, found.title, found.text) }))
      .toSorted((one, other) => other.weight - one.weight)
      .slice(0, MAX_FOUND)
      .map(({ entry, lower }) => ({ ...entry, excerpt: excerptOf(entry.text, lower, words) }));
  }
}

function weightOf(words: readonly string[], title: string, text: string): number {
  const inTitle = words.filter((word) => title.includes(word)).length;
  const inText = words.reduce((sum, word) => sum + countOf(word, text), 0);
  return inTitle * TITLE_WEIGHT + inText;
}

function countOf(word: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0 && count < MAX_COUNTED; at = text.indexOf(word, at + word.length)) count++;
  return count;
}

/** The text around the first of the words. */
function excerptOf(text: string, lower: string, words: readonly string[]): string {
  const first = Math.min(...words.map((word) => lower.indexOf(word)).filter((at) => at >= 0), lower.length);
  const from = first === lower.length ? 0 : Math.max(0, first - EXCERPT_BEFORE);
  const excerpt = text
    .slice(from, from + EXCERPT)
    .replaceAll(/[`*|]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return `${from > 0 ? '… ' : ''}${excerpt}${from + EXCERPT < text.length ? ' …' : ''}`;
}
