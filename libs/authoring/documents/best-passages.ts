/** A passage of the current version of a document. Words are without their endings, each once. */
export interface ReadPassage {
  readonly id: string;
  readonly words: readonly string[];
  readonly titleWords: readonly string[];
}

/** How many passages are found for each text, and the share of its words that each has at least. */
export interface Wanted {
  readonly limit: number;
  readonly minShare?: number;
}

export interface BestPassage {
  /** The index of the text. */
  readonly text: number;
  readonly id: string;
  /** The share of the text's words that the passage, or the title of its document, has: 0 to 1. */
  readonly share: number;
}

/** Passages with the same share as the last wanted one, of which the best are chosen. */
const MAX_EQUAL = 50;

/**
 * Finds the passages that have most of the words of each text. Its time depends on the words that the passages have in
 * common with the texts, and its memory on the number of texts only.
 */
export class BestPassages {
  /** The texts that have a word. */
  private readonly textsOf = new Map<string, number[]>();
  /** The ids of passages by text, and by the number of the words that they have. */
  private readonly kept: readonly string[][][];

  /** @param texts their words without endings, each once */
  constructor(
    private readonly texts: ReadonlyArray<readonly string[]>,
    private readonly wanted: Wanted,
  ) {
    this.kept = texts.map((words) => Array.from({ length: words.length + 1 }, () => []));
    for (const [text, words] of texts.entries())
      for (const word of words) this.textsOf.set(word, [...(this.textsOf.get(word) ?? []), text]);
  }

  /** A passage counts if its own text has one of the words. */
  add({ id, words, titleWords }: ReadPassage): void {
    const counts = new Map<number, number>();
    const own = new Set(words);
    for (const word of own)
      for (const text of this.textsOf.get(word) ?? []) counts.set(text, (counts.get(text) ?? 0) + 1);
    for (const word of titleWords)
      for (const text of own.has(word) ? [] : (this.textsOf.get(word) ?? [])) {
        const count = counts.get(text);
        if (count !== undefined) counts.set(text, count + 1);
      }
    for (const [text, count] of counts) {
      const equal = this.kept[text]?.[count] ?? [];
      if (equal.length < this.wanted.limit + MAX_EQUAL) equal.push(id);
    }
  }

  /** The wanted passages of each text, and those that have as many of its words as the last of them. */
  best(): BestPassage[] {
    const { limit, minShare = 0 } = this.wanted;
    return this.texts.flatMap((words, text) => {
      const found: BestPassage[] = [];
      for (let count = words.length; count > 0 && count / words.length >= minShare; count--) {
        if (found.length >= limit) break;
        const ids = this.kept[text]?.[count] ?? [];
        found.push(...ids.map((id) => ({ text, id, share: count / words.length })));
      }
      return found;
    });
  }
}
