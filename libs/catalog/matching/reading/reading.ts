import type { ConceptKind } from '../vocabulary/concept.js';
import type { Level } from '../words/levels.js';

/** One thing that a name speaks of. */
export interface Unit {
  /** `word`: in no family; `number`: says which of several ("Chapter 7"). */
  readonly kind: ConceptKind | 'word' | 'number';
  /** The concepts of the vocabulary that it may be; none for a word or number. */
  readonly concepts: readonly number[];
  readonly stems: readonly string[];
  /** The stems written together. */
  readonly joined: string;
  /** As written, for the evidence. */
  readonly text: string;
  readonly part: number;
  readonly item: number;
  /** The word it was taken for, where it was misspelt. */
  readonly respelt: string | null;
}

/** What a topic, a title or a course's topic says, taken apart. */
export interface Reading {
  readonly text: string;
  /** The whole as plain words, with nothing left out: two names with the same are equal. */
  readonly whole: string;
  /** The same without what a credential says of itself. */
  readonly core: string;
  readonly codes: readonly string[];
  /** What it gives itself for short, in its own brackets and no family has: "Basic Rigging (RB)". */
  readonly shorts: readonly string[];
  readonly level: Level | null;
  readonly units: readonly Unit[];
}
