import type { ConceptKind } from '../vocabulary/concept.js';
import type { Level } from '../words/levels.js';
import type { Size } from '../words/sizes.js';

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
  /**
   * The languages that have most of its words, as ISO 639-1 codes. None: it is English, or consists of words that no
   * dictionary has.
   */
  readonly languages: readonly string[];
  /** The stems without words about credentials, and the level. */
  readonly core: string;
  readonly codes: readonly string[];
  /** Whether the vocabulary has one of the codes. */
  readonly isKnownCode: boolean;
  /** Abbreviations that the name itself gives in brackets, unless the vocabulary has them: "Basic Rigging (RB)". */
  readonly abbreviations: readonly string[];
  /** The abbreviation of only the last words before it: PPE of "Arc Flash Personal Protective Equipment (PPE)". */
  readonly shortOfLast: string | null;
  readonly level: Level | null;
  /** Categories, classes, licence classes, editions and durations: `category 3`, `licence c1e`, `hour 40`. */
  readonly designations: readonly string[];
  /** Whether a term of the vocabulary has the class or category: "class 4 laser". */
  readonly isKindKnown: boolean;
  /** The number at the end of what the name is about, without a word for what it counts: 3 of "First aid 3". */
  readonly number: number | null;
  /** Heights, weights and voltages: "over 11 m". */
  readonly sizes: readonly Size[];
  /** Whether it is for people who took the course before. */
  readonly isRefresher: boolean;
  /** Whether it comes back every year. */
  readonly isPeriodic: boolean;
  /** Whether it says that a certificate expires. */
  readonly isExpired: boolean;
  /** Whether it says that it is for people who did not. */
  readonly isInitial: boolean;
  /** The stems that the name excludes: of "non-slewing crane", "excluding confined space". */
  readonly negated: readonly string[];
  readonly units: readonly Unit[];
}
