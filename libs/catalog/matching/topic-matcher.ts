/** The fields of a published course that matching needs. */
export interface MatchableCourse {
  readonly id: string;
  readonly title: string;
  readonly topics: readonly string[];
  readonly category?: string | null | undefined;
}

/** A tenant's synonym within topics: "the Beast" means "Overhead Crane Operation". */
export interface WordSynonym {
  readonly term: string;
  /** A topic without tenant synonyms. */
  readonly means: string;
}

/** A course that may answer a topic. */
export interface Candidate {
  readonly courseId: string;
  readonly title: string;
  /** 0 (nothing in common) to 1 (equal). */
  readonly score: number;
  /** Reasons for and against it, for an admin. */
  readonly evidence: readonly string[];
}

export interface TopicMatch {
  /** The course to recommend, or null: author one. */
  readonly recommended: Candidate | null;
  /** Where no course is recommended, the closest one if it may be right; a person decides. */
  readonly suggested: Candidate | null;
  /** At most five, best first. */
  readonly candidates: readonly Candidate[];
  /** Why no course is recommended, for an admin; empty if one is. */
  readonly whyNone: readonly string[];
}

/** A prepared version of a library. Matching is pure and synchronous, and takes at most a few milliseconds. */
export interface TopicMatcher {
  match(topic: string, category: string | null): TopicMatch;
}

export interface PreparedMatcher extends TopicMatcher {
  /** The estimated size in bytes. */
  readonly bytes: number;
  /** The number of names left out because the library would take too much memory. */
  readonly skippedNames: number;
}

/** The ids of at most 30 courses near a topic in meaning, each with its similarity, 0 to 1. */
export type NearCourses = (topic: string) => ReadonlyMap<string, number>;
