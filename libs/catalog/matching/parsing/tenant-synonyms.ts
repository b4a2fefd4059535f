import { ENTRY_BYTES, OBJECT_BYTES, bytesOfText } from '../bytes.js';
import type { WordSynonym } from '../topic-matcher.js';
import { cleanText } from '../words/clean-text.js';
import { removeDays } from '../words/dates.js';
import { joinLicenceClasses } from '../words/licences.js';
import { splitWords } from '../words/split-words.js';
import { stem } from '../words/stem.js';

export interface ReplacedTopic {
  readonly topic: string;
  /** The synonyms that were replaced, in the order of their terms. */
  readonly used: readonly WordSynonym[];
}

interface FoundTerm {
  readonly synonym: WordSynonym;
  /** The number of words of the term. */
  readonly length: number;
}

/**
 * The synonyms of a tenant that apply within topics. Longer terms are replaced first, and replacements are not searched
 * again.
 */
export class TenantSynonyms {
  /** By the stems of their terms. If two have the same stems, the first one applies. */
  private readonly synonyms = new Map<string, WordSynonym>();
  /** By the first stem of a term: the number of words of the longest term that starts with it. */
  private readonly longest = new Map<string, number>();

  constructor(synonyms: readonly WordSynonym[] = []) {
    for (const synonym of synonyms) this.add(synonym);
  }

  /** @returns the memory that it needs, in bytes */
  add(synonym: WordSynonym): number {
    const stems = wordsOf(synonym.term).map(stem);
    const [first] = stems;
    const key = stems.join(' ');
    if (first === undefined || this.synonyms.has(key)) return 0;
    this.synonyms.set(key, synonym);
    this.longest.set(first, Math.max(this.longest.get(first) ?? 0, stems.length));
    const texts = [key, first, synonym.term, synonym.means];
    return 2 * ENTRY_BYTES + OBJECT_BYTES + texts.reduce((sum, text) => sum + bytesOfText(text), 0);
  }

  /**
   * Replaces the synonyms in a topic; null if it has none.
   * @param isOther whether these stems mean another thing in the topic: "first aid" in "mental health first aid"
   */
  replaceIn(topic: string, isOther: (stems: readonly string[]) => boolean = () => false): ReplacedTopic | null {
    if (this.synonyms.size === 0) return null;
    const words = wordsOf(topic);
    const stems = words.map(stem);
    const written: string[] = [];
    const used: WordSynonym[] = [];
    for (let at = 0; at < words.length;) {
      const found = this.termAt(stems, at, isOther);
      written.push(found === null ? (words[at] ?? '') : found.synonym.means);
      if (found !== null) used.push(found.synonym);
      at += found?.length ?? 1;
    }
    return used.length === 0 ? null : { topic: written.join(' '), used };
  }

  private termAt(
    stems: readonly string[],
    at: number,
    isOther: (stems: readonly string[]) => boolean,
  ): FoundTerm | null {
    for (let length = Math.min(this.longest.get(stems[at] ?? '') ?? 0, stems.length - at); length > 0; length--) {
      const term = stems.slice(at, at + length);
      const synonym = this.synonyms.get(term.join(' '));
      if (synonym !== undefined && !isOther(term)) return { synonym, length };
    }
    return null;
  }
}

/** Without dates: a source system sends the same topic with another one at its next expiry. */
function wordsOf(text: string): string[] {
  return splitWords(joinLicenceClasses(removeDays(cleanText(text)))).map(({ text: word }) => word);
}
