import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '#platform/database';
import { moveSignals } from './move-signals.js';
import { dropExpiredPartitions, makePartitions } from './partitions.js';

const HOURLY_MS = 3_600_000;
/** After a round that failed, or that left signals to move. */
const SOON_MS = 60_000;
/** About ten seconds of moving, so that a large tenant does not hold up what is to be dropped. */
const MOVED_PER_ROUND = 100_000;

/**
 * Keeps signals as long as their tenants want, at the start of a worker and every hour: makes the partitions of the coming months,
 * moves what a changed setting concerns, and drops what is past its time. Every worker does; each step is safe to be done twice.
 */
@Injectable()
export class Retention implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(Retention.name);
  private readonly stop = new AbortController();
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.runAgainIn(0);
  }

  async onModuleDestroy(): Promise<void> {
    this.stop.abort();
    if (this.timer !== null) clearTimeout(this.timer);
    await this.running;
  }

  private runAgainIn(milliseconds: number): void {
    if (this.stop.signal.aborted) return;
    this.timer = setTimeout(() => {
      this.running = this.runOnce();
    }, milliseconds);
  }

  private async runOnce(): Promise<void> {
    try {
      const moved = await this.run();
      this.runAgainIn(moved < MOVED_PER_ROUND ? HOURLY_MS : SOON_MS);
    } catch (error) {
      this.log.warn(`the retention of signals failed: ${error instanceof Error ? error.message : String(error)}`);
      this.runAgainIn(SOON_MS);
    }
  }

  /** @returns how many signals it moved */
  private async run(): Promise<number> {
    await makePartitions(this.database);
    const moved = await moveSignals(this.database, MOVED_PER_ROUND, this.stop.signal);
    if (moved > 0) this.log.log({ moved }, 'signals moved to the months that their tenants now keep them for');
    const partitions = await dropExpiredPartitions(this.database);
    if (partitions.length > 0) this.log.log({ partitions }, 'dropped the partitions of signals past their time');
    return moved;
  }
}
