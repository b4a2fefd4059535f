/** Runs tasks one after the other, in the order of their arrival. */
export class SerialQueue {
  private last: Promise<unknown> = Promise.resolve();

  /** @throws what the task throws; the tasks after it still run */
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
