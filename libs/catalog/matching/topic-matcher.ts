/** What matching needs to know of a published course. */
export interface MatchableCourse {
  readonly id: string;
  readonly title: string;
  readonly topics: readonly string[];
  readonly category?: string | null | undefined;
}

/** A course that may answer a topic. */
export interface Candidate {
  readonly courseId: string;
  readonly title: string;
  /** 0 (nothing in common) to 1 (equal). */
  readonly score: number;
  /** Why, in words for an admin. */
  readonly evidence: readonly string[];
}

export interface TopicMatch {
  /** The course to recommend, or null: author one. */
  readonly recommended: Candidate | null;
  /** At most five, best first. */
  readonly candidates: readonly Candidate[];
}

/** A library made ready for matching, once a version; matching a topic against it is pure and synchronous. */
export interface TopicMatcher {
  match(topic: string, category: string | null): TopicMatch;
}
