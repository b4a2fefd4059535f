/** What matching needs to know of a published course. */
export interface MatchableCourse {
  readonly id: string;
  readonly title: string;
  readonly topics: readonly string[];
  readonly category?: string | null | undefined;
}

/** What a word of the tenant's own means to it: "the Beast" means "Overhead Crane Operation". */
export interface WordSynonym {
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

/**
 * A library made ready for matching, once a version. Matching is pure and synchronous, and takes at most some
 * milliseconds.
 */
export interface TopicMatcher {
  match(topic: string, category: string | null): TopicMatch;
}

export interface PreparedMatcher extends TopicMatcher {
  /** The estimated size in bytes. */
  readonly bytes: number;
  /** The number of names left out because the library would take too much memory. */
  readonly unread: number;
}

/** The courses that are near a topic in meaning, at most 30, by their ids, and how near, 0 to 1. */
export type NearCourses = (topic: string) => ReadonlyMap<string, number>;
