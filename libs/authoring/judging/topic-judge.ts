/** A topic that no course answers, and the courses that are closest to it. */
export interface TopicQuestion {
  readonly topic: string;
  readonly titles: readonly string[];
}

/** Which of the titles is right. */
export interface TopicVerdict {
  /** Its place in `titles`, from 0; null: none is. */
  readonly title: number | null;
  /** One sentence, for an admin. */
  readonly reason: string;
}

export interface JudgedTopics {
  /** One for each question, in their order; null: the answer lacks it. */
  readonly verdicts: ReadonlyArray<TopicVerdict | null>;
  /** As the provider counts them. */
  readonly tokens: number;
}

/** Judges which course answers a topic. Its judgement is suggested, never recommended. */
export interface TopicJudge {
  readonly model: string;
  /** The provider failed, or has asked to wait: no call is made now. */
  readonly isPaused: boolean;
  /** What a call uses at most, for these questions. */
  estimate(questions: readonly TopicQuestion[]): number;
  /**
   * @param key the same when the call is repeated, for providers that support `Idempotency-Key`
   * @throws WritingFailed, WritingPostponed
   */
  judge(questions: readonly TopicQuestion[], key: string): Promise<JudgedTopics>;
}

/** The injection token; its value is null if no model is configured. */
export const TOPIC_JUDGE = Symbol('TOPIC_JUDGE');
