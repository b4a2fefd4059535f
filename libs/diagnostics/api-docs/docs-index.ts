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

const MOST_FOUND = 50;
const MOST_WORDS = 10;
const EXCERPT_BEFORE = 60;
const EXCERPT = 220;
/** A word in the title counts as much as so many in the text. */
const TITLE_WEIGHT = 20;

interface Indexed {
  readonly entry: DocsEntry;
  readonly title: string;
  readonly text: string;
}

/** Finds parts of the documentation by words. A search reads all of it once, a few hundred kilobytes. */
export class DocsIndex {
  private readonly entries: readonly Indexed[];

  constructor(entries: readonly DocsEntry[]) {
    this.entries = entries.map((entry) => ({
      entry,
      title: entry.title.toLowerCase(),
      text: `${entry.title} ${entry.text} ${entry.page}`.toLowerCase(),
    }));
  }

  /** The entries that have all of the words, those with most of them in their titles first. */
  find(query: string): FoundEntry[] {
    const words = [...new Set(query.toLowerCase().split(/\s+/).filter(Boolean))].slice(0, MOST_WORDS);
    if (words.length === 0) return [];
    return this.entries
      .filter(({ text }) => words.every((word) => text.includes(word)))
      .map(({ entry, title, text }) => ({ entry, weight: weightOf(words, title, text) }))
      .toSorted((one, other) => other.weight - one.weight)
      .slice(0, MOST_FOUND)
      .map(({ entry }) => ({ ...entry, excerpt: excerptOf(entry.text, words) }));
  }
}

function weightOf(words: readonly string[], title: string, text: string): number {
  const inTitle = words.filter((word) => title.includes(word)).length;
  const inText = words.reduce((sum, word) => sum + Math.min(5, text.split(word).length - 1), 0);
  return inTitle * TITLE_WEIGHT + inText;
}

/** The text around the first of the words. */
function excerptOf(text: string, words: readonly string[]): string {
  const lower = text.toLowerCase();
  const first = Math.min(...words.map((word) => lower.indexOf(word)).filter((at) => at >= 0), lower.length);
  const from = first === lower.length ? 0 : Math.max(0, first - EXCERPT_BEFORE);
  const excerpt = text
    .slice(from, from + EXCERPT)
    .replaceAll(/[`*|]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return `${from > 0 ? '… ' : ''}${excerpt}${from + EXCERPT < text.length ? ' …' : ''}`;
}
