import { cleanText } from '../words/clean-text.js';
import { stopWords } from '../words/credential-words.js';
import { writtenOut } from '../words/shorthand.js';
import { splitWords } from '../words/split-words.js';
import { stem } from '../words/stem.js';
import { type Concept, type Family, conceptsOf } from './family.js';
import { inEnglish } from './languages/in-english.js';

const NONE: ReadonlyMap<number, number> = new Map();
const NO_ONE: ReadonlySet<number> = new Set();
/** How a narrower concept stands to a broader one: each step away counts. */
const STEPS = 3;

/** The concepts of all families, found by the stems of their terms. Immutable and shared by all libraries. */
export class Vocabulary {
  readonly concepts: readonly Concept[];
  /** The words of all terms as they are written: these are spelt right. */
  readonly words: ReadonlySet<string>;
  /** Their stems. */
  readonly stems: ReadonlySet<string>;
  /** The most words that a term has. */
  readonly longest: number;
  private readonly inOrder = new Map<string, number[]>();
  private readonly inAnyOrder = new Map<string, number[]>();
  private readonly steps: ReadonlyArray<ReadonlyMap<number, number>>;
  private readonly nearby: ReadonlyArray<ReadonlySet<number>>;
  private readonly written: ReadonlyArray<ReadonlyArray<readonly string[]>>;
  private readonly stemsOfTerms: ReadonlyArray<ReadonlySet<string>>;

  /** @throws Error where a concept speaks of one that no family has */
  constructor(families: readonly Family[], isLeftOut: (concept: Concept) => boolean = () => false) {
    const all = families.flatMap(conceptsOf);
    this.concepts = all.filter((concept) => !isLeftOut(concept));
    const known = new Set<string>();
    let longest = 1;
    this.written = this.concepts.map(({ terms }, id) =>
      terms.map((term) => {
        const words = termWords(term);
        for (const word of words) known.add(word);
        const stems = words.map(stem);
        longest = Math.max(longest, stems.length);
        put(this.inOrder, stems.join(''), id);
        if (stems.length > 1) put(this.inAnyOrder, stems.toSorted().join(' '), id);
        return stems;
      }),
    );
    this.stemsOfTerms = this.written.map((terms) => new Set(terms.flat()));
    this.words = known;
    this.stems = new Set([...known].map(stem));
    this.longest = longest;
    const idOf = finder(all, this.concepts);
    this.steps = stepsUp(this.concepts, idOf);
    this.nearby = this.concepts.map(
      ({ name, near }) => new Set(near.map((other) => idOf(name, other)).filter((id) => id !== undefined)),
    );
  }

  /**
   * The concepts that a run of stems names, written apart or together: lock, out and lockout are one. More than one
   * where a term means several things.
   */
  named(stems: readonly string[]): readonly number[] {
    return this.inOrder.get(stems.length === 1 ? (stems[0] ?? '') : stems.join('')) ?? [];
  }

  /** As `named`, for two or more words that somebody has put in another order. */
  namedInAnyOrder(stems: readonly string[]): readonly number[] {
    return this.inAnyOrder.get(stems.toSorted().join(' ')) ?? [];
  }

  concept(id: number): Concept {
    const found = this.concepts[id];
    if (found === undefined) throw new Error(`The vocabulary has no concept ${id}`);
    return found;
  }

  /** The concepts that one is a kind of, with how many steps away they are. */
  broader(id: number): ReadonlyMap<number, number> {
    return this.steps[id] ?? NONE;
  }

  /** The concepts that one is close to, or a part of. */
  near(id: number): ReadonlySet<number> {
    return this.nearby[id] ?? NO_ONE;
  }

  /** The stems of each of a concept's terms. */
  termsOf(id: number): ReadonlyArray<readonly string[]> {
    return this.written[id] ?? [];
  }

  /** Whether a stem is in one of a concept's terms. */
  hasStem(id: number, stemmed: string): boolean {
    return this.stemsOfTerms[id]?.has(stemmed) ?? false;
  }
}

/** A term's words as those of a topic are read, without stop words. */
function termWords(term: string): string[] {
  const words = inEnglish(splitWords(cleanText(term))).map(({ text }) => writtenOut(text));
  const telling = words.filter((word) => !stopWords.has(word));
  return telling.length > 0 ? telling : words;
}

function put(index: Map<string, number[]>, key: string, id: number): void {
  const ids = index.get(key);
  if (ids === undefined) index.set(key, [id]);
  else if (!ids.includes(id)) ids.push(id);
}

type IdOf = (of: string, name: string) => number | undefined;

/** Finds a concept that another speaks of; undefined where it is left out. */
function finder(all: readonly Concept[], kept: readonly Concept[]): IdOf {
  const byName = new Map(kept.map(({ name }, id) => [name, id]));
  const written = new Set(all.map(({ name }) => name));
  return (of, name) => {
    if (!written.has(name)) throw new Error(`"${of}" speaks of "${name}", which no family has`);
    return byName.get(name);
  };
}

function stepsUp(concepts: readonly Concept[], idOf: IdOf): Array<ReadonlyMap<number, number>> {
  return concepts.map((concept) => {
    const found = new Map<number, number>();
    let reached = [concept];
    for (let step = 1; step <= STEPS; step++) {
      const above = reached.flatMap(({ name, broader }) => broader.map((other) => idOf(name, other)));
      const fresh = above.filter((id) => id !== undefined).filter((id) => !found.has(id));
      for (const id of fresh) found.set(id, step);
      reached = fresh.map((id) => concepts[id]).filter((other) => other !== undefined);
    }
    return found;
  });
}
