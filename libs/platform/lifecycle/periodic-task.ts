import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

/**
 * Work that a process repeats from its start until it stops. A failed run is logged and does not end the repetition;
 * shutdown waits for the current run.
 */
export abstract class PeriodicTask implements OnApplicationBootstrap, OnModuleDestroy {
  protected readonly log = new Logger(this.constructor.name);
  private readonly stop = new AbortController();
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  /** @param description for the log: "… failed" @param retryInMs the wait after a failed run */
  constructor(
    private readonly description: string,
    private readonly retryInMs: number,
  ) {}

  /**
   * @param stopping is aborted when the process shuts down
   * @returns milliseconds until the next run
   */
  protected abstract run(stopping: AbortSignal): Promise<number>;

  onApplicationBootstrap(): void {
    this.schedule(0);
  }

  async onModuleDestroy(): Promise<void> {
    this.stop.abort();
    if (this.timer !== null) clearTimeout(this.timer);
    await this.running;
  }

  private schedule(milliseconds: number): void {
    if (this.stop.signal.aborted) return;
    this.timer = setTimeout(() => {
      this.running = this.execute();
    }, milliseconds);
  }

  private async execute(): Promise<void> {
    this.schedule(await this.run(this.stop.signal).catch((error: unknown) => this.failed(error)));
  }

  private failed(error: unknown): number {
    this.log.warn(`${this.description} failed: ${error instanceof Error ? error.message : String(error)}`);
    return this.retryInMs;
  }
}
