/** That a worker has completed a training. */
export interface Completion {
  /** UUID. */
  readonly workerId: string;
  /** UUIDs; none: the library has no such course. */
  readonly courseIds: readonly string[];
  /**
   * What it was about, by `topicIdentity`: needs of these topics are answered too, unless another course is offered for
   * them.
   */
  readonly topics: readonly string[];
  /** ISO 8601. */
  readonly completedAt: string;
  /** What was raised or assigned later is not answered, ISO 8601; null: all is. */
  readonly answersUntil: string | null;
}
