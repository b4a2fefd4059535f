import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

/**
 * Work that a process does at its start and again and again, one round at a time. A round that fails is told in the log
 * and is no reason to stop; the end of the process waits for the one under way.
 */
export abstract class Rounds implements OnApplicationBootstrap, OnModuleDestroy {
  protected readonly log = new Logger(this.constructor.name);
  private readonly stop = new AbortController();
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  /** @param what stands in the log's "… failed" @param againInMs after a round that failed */
  constructor(
    private readonly what: string,
    private readonly againInMs: number,
  ) {}

  /**
   * @param stopping is aborted when the process is to end
   * @returns milliseconds until the next round
   */
  protected abstract round(stopping: AbortSignal): Promise<number>;

  onApplicationBootstrap(): void {
    this.goOnIn(0);
  }

  async onModuleDestroy(): Promise<void> {
    this.stop.abort();
    if (this.timer !== null) clearTimeout(this.timer);
    await this.running;
  }

  private goOnIn(milliseconds: number): void {
    if (this.stop.signal.aborted) return;
    this.timer = setTimeout(() => {
      this.running = this.go();
    }, milliseconds);
  }

  private async go(): Promise<void> {
    this.goOnIn(await this.round(this.stop.signal).catch((error: unknown) => this.failed(error)));
  }

  private failed(error: unknown): number {
    this.log.warn(`${this.what} failed: ${error instanceof Error ? error.message : String(error)}`);
    return this.againInMs;
  }
}
