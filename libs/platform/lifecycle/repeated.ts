/**
 * Work that is done again and again, each time so long after the last one ended. One that fails is told of, and does not end it. A timer and
 * not a scheduled job, because a queue that lost its jobs has lost its schedule too.
 */
export class Repeated {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly everyMs: number,
    private readonly work: () => Promise<void>,
    private readonly tell: (error: unknown) => void,
  ) {}

  start(): void {
    this.again(0);
  }

  /** Waits for what is under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.running;
  }

  private again(milliseconds: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.work()
        .catch((error: unknown) => this.tell(error))
        .finally(() => this.again(this.everyMs));
    }, milliseconds);
  }
}
