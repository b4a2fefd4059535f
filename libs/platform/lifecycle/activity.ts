import { within } from './within.js';

/** Work of a kind that is under way in this process, to which less urgent work gives way. */
export class Activity {
  private running = 0;
  private end = Promise.withResolvers<void>();

  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    this.running++;
    try {
      return await work();
    } finally {
      this.running--;
      if (this.running === 0) {
        this.end.resolve();
        this.end = Promise.withResolvers();
      }
    }
  }

  /** Waits until no such work is under way, but no longer than this time. */
  async giveWay(atMostMs: number): Promise<void> {
    if (this.running > 0) await within(atMostMs, this.end.promise).catch(() => undefined);
  }
}
