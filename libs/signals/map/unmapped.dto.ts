/** A published course that a type could be mapped to. */
export class SuggestedCourse {
  courseId: string;
  title: string;
  /** 0 to 1. */
  score: number;
}

/** A type that source systems send and that the signal map does not name. */
export class UnmappedType {
  type: string;
  /** Signals of it. */
  signals: number;
  lastSeenAt: string;
  /** What its signals could be about: the title of the course that is like it, else the type in words. */
  suggestedTopic: string;
  /** Null: no published course is like it. */
  suggestedCourse: SuggestedCourse | null;
}

export class UnmappedTypes {
  /** The most frequent first, at most a hundred. */
  items: UnmappedType[];
  /** How many signals were looked at: those of the last 90 days, at most the latest 200,000. */
  signals: number;
}
