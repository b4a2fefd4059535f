/** Runs tasks one after the other, in the order in which they come. */
export class OneAtATime {
  private last: Promise<unknown> = Promise.resolve();

  /** @throws what the task throws; those behind it run all the same */
  run<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.last.then(task);
    // Not the result itself: it would stay in memory until the next task ends.
    this.last = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }
}
