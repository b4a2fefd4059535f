/** A published course that a type could be mapped to. */
export class SuggestedCourse {
  /** The course: `crs_…`. */
  courseId: string;
  /** Title of the course. */
  title: string;
  /** 0 to 1. */
  score: number;
}

/** A type that source systems send and the signal map does not contain. */
export class UnmappedType {
  /** Type of signal that the map does not have. */
  type: string;
  /** The number of signals of this type. */
  signals: number;
  /** When the latest signal of the type arrived, in UTC. */
  lastSeenAt: string;
  /** The title of the suggested course, or the type in words if there is none. */
  suggestedTopic: string;
  /** Null: no published course is similar. */
  suggestedCourse: SuggestedCourse | null;
}

export class UnmappedTypes {
  /** Most frequent first, at most a hundred. */
  items: UnmappedType[];
  /** The number of signals that were examined: those of the last 90 days, at most the latest 200,000. */
  signals: number;
}
