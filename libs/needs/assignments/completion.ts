/** The completion of a training by a worker. */
export interface Completion {
  /** UUID. */
  readonly workerId: string;
  /** UUIDs; empty: the library has no such course. */
  readonly courseIds: readonly string[];
  /**
   * Topics of the training, by `topicIdentity`: needs of these topics are closed too, unless another course is
   * offered for them.
   */
  readonly topics: readonly string[];
  /** ISO 8601. */
  readonly completedAt: string;
  /** ISO 8601: needs that were raised and assignments that were made later stay open; null: none stay open. */
  readonly answersUntil: string | null;
}
