import type { ConceptKind } from '../vocabulary/concept.js';
import type { Level } from '../words/levels.js';

/** A concept, word or number of a name. */
export interface Unit {
  /** `word`: not in the vocabulary. `number`: distinguishes similar things ("Chapter 7"). */
  readonly kind: ConceptKind | 'word' | 'number';
  /** The ids of the concepts that it may mean; empty for a word or number. */
  readonly concepts: readonly number[];
  readonly stems: readonly string[];
  /** The stems without separators. */
  readonly joinedStems: string;
  /** As in the name, for the evidence. */
  readonly text: string;
  readonly segment: number;
  readonly listItem: number;
  /** The word that replaced a misspelt one; null if it was spelt correctly. */
  readonly correctedTo: string | null;
}

/** A parsed topic or title, or a topic of a course. */
export interface ParsedName {
  readonly text: string;
  /** All words, normalised. Two names with the same words are equal. */
  readonly normalized: string;
  /** The stems without words about credentials, and the level. */
  readonly core: string;
  readonly codes: readonly string[];
  /** Whether the vocabulary has one of the codes. */
  readonly isKnownCode: boolean;
  /** Abbreviations that the name itself gives in brackets, unless the vocabulary has them: "Basic Rigging (RB)". */
  readonly abbreviations: readonly string[];
  readonly level: Level | null;
  /** Categories, classes, groups, grades and durations: `category 3`, `hour 40`. */
  readonly designations: readonly string[];
  /** Whether it is for people who took the course before. */
  readonly isRefresher: boolean;
  /** The stems after "non": "non-slewing crane". */
  readonly negated: readonly string[];
  readonly units: readonly Unit[];
}
