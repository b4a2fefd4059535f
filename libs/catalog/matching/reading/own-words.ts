import type { TopicSynonym } from '../topic-matcher.js';
import { cleanText } from '../words/clean-text.js';
import { splitWords } from '../words/split-words.js';
import { stem } from '../words/stem.js';

export interface Reworded {
  readonly topic: string;
  /** The synonyms that the topic has, in the order of their terms. */
  readonly used: readonly TopicSynonym[];
}

interface PreparedSynonym {
  readonly synonym: TopicSynonym;
  readonly stems: readonly string[];
}

/** The words that a tenant has for its topics. The longest terms count first, and what a synonym means is not read for further ones. */
export class OwnWords {
  private readonly byFirst: ReadonlyMap<string, readonly PreparedSynonym[]>;

  constructor(synonyms: readonly TopicSynonym[]) {
    const prepared = synonyms.map((synonym): PreparedSynonym => ({ synonym, stems: wordsOf(synonym.term).map(stem) }));
    this.byFirst = byFirstWord(prepared.toSorted((a, b) => b.stems.length - a.stems.length));
  }

  /** The topic as it would be written without words of the tenant's own; null where it has none. */
  reword(topic: string): Reworded | null {
    if (this.byFirst.size === 0) return null;
    const words = wordsOf(topic);
    const stems = words.map(stem);
    const written: string[] = [];
    const used: TopicSynonym[] = [];
    for (let at = 0; at < words.length; ) {
      const found = this.byFirst.get(stems[at] ?? '')?.find(({ stems: term }) => term.every((stemmed, offset) => stems[at + offset] === stemmed));
      written.push(found === undefined ? (words[at] ?? '') : found.synonym.means);
      if (found !== undefined) used.push(found.synonym);
      at += found?.stems.length ?? 1;
    }
    return used.length === 0 ? null : { topic: written.join(' '), used };
  }
}

function byFirstWord(synonyms: readonly PreparedSynonym[]): Map<string, PreparedSynonym[]> {
  const index = new Map<string, PreparedSynonym[]>();
  for (const prepared of synonyms) {
    const [first] = prepared.stems;
    if (first !== undefined) index.set(first, [...(index.get(first) ?? []), prepared]);
  }
  return index;
}

function wordsOf(text: string): string[] {
  return splitWords(cleanText(text)).map(({ text: word }) => word);
}
