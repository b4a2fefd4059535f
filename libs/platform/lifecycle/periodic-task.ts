import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { messageOf } from '../thrown/index.js';
import { RequiredService } from './required-service.js';

/**
 * A task may fail a moment before the process notices and logs that it has lost PostgreSQL, the cause of the failure.
 */
const NOTICED_MS = 1_000;

/**
 * Runs begin at multiples of this time since the start of the process. So tasks look for work at the same time, and
 * share a round trip to PostgreSQL (`PendingTenants`).
 */
const TICK_MS = 1_000;

/**
 * Work that a process repeats from its start until it stops. A failed run does not end the repetition. It is logged,
 * but not again for the same reason, and not while a service that the process needs is lost. Shutdown waits for the
 * current run.
 */
export abstract class PeriodicTask implements OnApplicationBootstrap, OnModuleDestroy {
  protected readonly log = new Logger(this.constructor.name);
  private readonly stop = new AbortController();
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  /** The failure that was logged last; null: the last run succeeded. */
  private reported: string | null = null;

  /** @param description for the log: "… failed" @param retryInMs the wait after a failed run */
  constructor(
    private readonly description: string,
    private readonly retryInMs: number,
  ) {}

  /**
   * @param stopping is aborted when the process shuts down
   * @returns milliseconds until the next run; if they are a second or more, it begins at the nearest tick, up to half a
   * second sooner or later
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
    this.timer = setTimeout(
      () => {
        this.running = this.execute();
      },
      milliseconds < TICK_MS ? milliseconds : untilTick(milliseconds),
    );
  }

  private async execute(): Promise<void> {
    try {
      const next = await this.run(this.stop.signal);
      this.reported = null;
      this.schedule(next);
    } catch (error) {
      this.report(`${this.description} failed: ${messageOf(error)}`);
      this.schedule(this.retryInMs);
    }
  }

  private report(failure: string): void {
    if (failure === this.reported) return this.log.debug(failure);
    this.reported = failure;
    setTimeout(
      () => (RequiredService.isAnyLost ? this.log.debug(failure) : this.log.warn(failure)),
      NOTICED_MS,
    ).unref();
  }
}

/** Milliseconds until the tick nearest to the given time. */
function untilTick(milliseconds: number): number {
  const now = performance.now();
  return Math.round((now + milliseconds) / TICK_MS) * TICK_MS - now;
}
