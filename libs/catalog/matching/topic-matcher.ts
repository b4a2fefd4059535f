/** What matching needs to know of a published course. */
export interface MatchableCourse {
  readonly id: string;
  readonly title: string;
  readonly topics: readonly string[];
  readonly category?: string | null | undefined;
}

/** What a word of the tenant's own means to it: "the Beast" means "Overhead Crane Operation". */
export interface TopicSynonym {
  readonly term: string;
  /** A topic, as it would be written if the tenant had no word of its own. */
  readonly means: string;
}

/** A course that may answer a topic. */
export interface Candidate {
  readonly courseId: string;
  readonly title: string;
  /** 0 (nothing in common) to 1 (equal). */
  readonly score: number;
  /** Why, and what speaks against it, in words for an admin. */
  readonly evidence: readonly string[];
}

export interface TopicMatch {
  /** The course to recommend, or null: author one. */
  readonly recommended: Candidate | null;
  /** At most five, best first. */
  readonly candidates: readonly Candidate[];
  /** Why nothing is recommended, in words for an admin; empty where a course is. */
  readonly whyNone: readonly string[];
}

/** A library made ready for matching, once a version; matching a topic against it is pure and synchronous. */
export interface TopicMatcher {
  match(topic: string, category: string | null): TopicMatch;
}
