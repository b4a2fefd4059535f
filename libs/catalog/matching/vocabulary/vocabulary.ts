import { cleanText } from '../words/clean-text.js';
import { joinNumbers } from '../words/numbers.js';
import { stopWords } from '../words/word-lists.js';
import { expandAbbreviation } from '../words/abbreviations.js';
import { splitWords } from '../words/split-words.js';
import { stem } from '../words/stem.js';
import type { Concept, ConceptKind } from './concept.js';
import { translator } from './translator.js';

const NO_STEPS: ReadonlyMap<number, number> = new Map();
const NO_IDS: ReadonlySet<number> = new Set();
/** Broader concepts are followed for this many steps. */
const MAX_STEPS = 3;

/** What matching asks of a concept that was found. */
interface FoundConcept {
  readonly name: string;
  readonly kind: ConceptKind;
}

/**
 * Concepts, found by the stems of their terms. A concept's id is its position. Immutable, shared by all libraries. Each
 * process has one, and keeps no more of the data files than matching asks for.
 */
export class Vocabulary {
  readonly concepts: readonly FoundConcept[];
  /** The words of all terms, correctly spelt. */
  readonly words: ReadonlySet<string>;
  /** The stems of `words`. */
  readonly stems: ReadonlySet<string>;
  /** The number of words in the longest term. */
  readonly longest: number;
  private readonly idsInOrder = new Map<string, readonly number[]>();
  private readonly idsInAnyOrder = new Map<string, readonly number[]>();
  private readonly stepsToBroader: ReadonlyArray<ReadonlyMap<number, number>>;
  private readonly relatedIds: ReadonlyArray<ReadonlySet<number>>;
  private readonly controlIds: ReadonlyArray<ReadonlySet<number>>;
  private readonly termStems: ReadonlyArray<ReadonlyArray<readonly string[]>>;

  /** @throws Error if a concept refers to a name that no concept has */
  constructor(all: readonly Concept[], isLeftOut: (concept: Concept) => boolean = () => false) {
    const kept = all.filter((concept) => !isLeftOut(concept));
    this.concepts = kept.map(({ name, kind }) => ({ name, kind }));
    const known = new Set<string>();
    let longest = 1;
    this.termStems = kept.map(({ terms }, id) => {
      const ids = [id];
      return terms.map((term) => {
        const words = wordsOfTerm(term);
        for (const word of words) known.add(word);
        const stems = words.map(stem);
        longest = Math.max(longest, stems.length);
        addIds(this.idsInOrder, stems.join(''), ids);
        if (stems.length > 1) addIds(this.idsInAnyOrder, stems.toSorted().join(' '), ids);
        return stems;
      });
    });
    this.words = known;
    this.stems = new Set([...known].map(stem));
    this.longest = longest;
    const idOf = idFinder(all, kept);
    this.stepsToBroader = stepsToBroader(kept, idOf);
    const idsOf = (name: string, others: readonly string[]): ReadonlySet<number> =>
      others.length === 0 ? NO_IDS : new Set(others.map((other) => idOf(name, other)).filter((id) => id !== undefined));
    this.relatedIds = kept.map(({ name, related }) => idsOf(name, related));
    this.controlIds = kept.map(({ name, trainedBy }) => idsOf(name, trainedBy));
  }

  /**
   * The ids of the concepts that consecutive stems name, written apart or together: `lock`, `out` and `lockout` are
   * equal. A term with several meanings has several ids.
   */
  named(stems: readonly string[]): readonly number[] {
    return this.idsInOrder.get(stems.length === 1 ? (stems[0] ?? '') : stems.join('')) ?? [];
  }

  /** As `named`, for two or more stems in any order. */
  namedInAnyOrder(stems: readonly string[]): readonly number[] {
    return this.idsInAnyOrder.get(stems.toSorted().join(' ')) ?? [];
  }

  concept(id: number): FoundConcept {
    const found = this.concepts[id];
    if (found === undefined) throw new Error(`The vocabulary has no concept ${id}`);
    return found;
  }

  /** The ids of the concepts that this one is a kind of, each with its distance in steps. */
  broader(id: number): ReadonlyMap<number, number> {
    return this.stepsToBroader[id] ?? NO_STEPS;
  }

  /** The ids of the concepts that this one is close to, or a part of. */
  related(id: number): ReadonlySet<number> {
    return this.relatedIds[id] ?? NO_IDS;
  }

  /** The ids of the concepts that people are trained in against this one. */
  controls(id: number): ReadonlySet<number> {
    return this.controlIds[id] ?? NO_IDS;
  }

  /** The stems of each term of a concept. */
  termsOf(id: number): ReadonlyArray<readonly string[]> {
    return this.termStems[id] ?? [];
  }

  /** Whether one of a concept's terms contains a stem. */
  hasStem(id: number, stemmed: string): boolean {
    return this.termsOf(id).some((stems) => stems.includes(stemmed));
  }
}

/** The words of a term, read like those of a topic, without stop words. */
export function wordsOfTerm(term: string): string[] {
  const words = translator()
    .translate(splitWords(joinNumbers(cleanText(term))))
    .map(({ text }) => expandAbbreviation(text));
  const withoutStopWords = words.filter((word) => !stopWords.has(word));
  return withoutStopWords.length > 0 ? withoutStopWords : words;
}

/** Most terms name one concept: they share the array of its id. */
function addIds(index: Map<string, readonly number[]>, key: string, ids: readonly number[]): void {
  const known = index.get(key);
  index.set(key, known === undefined ? ids : [...new Set([...known, ...ids])]);
}

type IdOf = (from: string, name: string) => number | undefined;

/** Returns the id of a concept that another one refers to, or undefined if it is left out. */
function idFinder(all: readonly Concept[], kept: readonly Concept[]): IdOf {
  const idByName = new Map(kept.map(({ name }, id) => [name, id]));
  const allNames = new Set(all.map(({ name }) => name));
  return (from, name) => {
    if (!allNames.has(name))
      throw new Error(`The concept "${from}" refers to "${name}", which is not in the vocabulary`);
    return idByName.get(name);
  };
}

function stepsToBroader(concepts: readonly Concept[], idOf: IdOf): Array<ReadonlyMap<number, number>> {
  return concepts.map((concept) => {
    if (concept.broader.length === 0) return NO_STEPS;
    const found = new Map<number, number>();
    let reached = [concept];
    for (let step = 1; step <= MAX_STEPS; step++) {
      const above = reached.flatMap(({ name, broader }) => broader.map((other) => idOf(name, other)));
      const fresh = above.filter((id) => id !== undefined).filter((id) => !found.has(id));
      for (const id of fresh) found.set(id, step);
      reached = fresh.map((id) => concepts[id]).filter((other) => other !== undefined);
    }
    return found;
  });
}
