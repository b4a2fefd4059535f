/** Opens a lost connection again, and tries until it succeeds or the process stops. */
export class Reconnect {
  private isStopped = false;
  private isScheduled = false;

  constructor(
    private readonly connect: () => Promise<void>,
    private readonly waitMs: number,
  ) {}

  /** A failed attempt to connect also emits `end`, like a lost connection: both calls cause one attempt. */
  schedule(): void {
    if (this.isStopped || this.isScheduled) return;
    this.isScheduled = true;
    setTimeout(() => {
      this.isScheduled = false;
      this.connect().catch(() => this.schedule());
    }, this.waitMs).unref();
  }

  stop(): void {
    this.isStopped = true;
  }
}
