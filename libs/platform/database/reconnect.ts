/** Opens a lost connection again, and tries until it succeeds or the process stops. */
export class Reconnect {
  private isStopped = false;
  private isScheduled = false;

  constructor(
    private readonly connect: () => Promise<void>,
    private readonly waitMs: number,
  ) {}

  /** Tries at once, because most lost connections can be opened again: PostgreSQL ended one, or restarted. */
  now(): void {
    this.attemptAfter(0);
  }

  /** A failed attempt to connect also emits `end`, like a lost connection: both calls cause one attempt. */
  schedule(): void {
    this.attemptAfter(this.waitMs);
  }

  private attemptAfter(waitMs: number): void {
    if (this.isStopped || this.isScheduled) return;
    this.isScheduled = true;
    setTimeout(() => {
      this.isScheduled = false;
      this.connect().catch(() => this.schedule());
    }, waitMs).unref();
  }

  stop(): void {
    this.isStopped = true;
  }
}
