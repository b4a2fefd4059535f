import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { forgetCompletions } from './forget-completions.js';
import { moveSignals } from './move-signals.js';
import { dropExpiredPartitions, createPartitions } from './partitions.js';

const HOUR_MS = 3_600_000;
/** After a round that failed, or that left signals to move. */
const RETRY_MS = 60_000;
/** About ten seconds of moving, so that a large tenant does not hold up what is to be dropped. */
const MOVED_PER_ROUND = 100_000;

/**
 * Keeps signals as long as their tenants want, at the start of a worker and every hour: makes the partitions of the
 * coming months, moves what a changed setting concerns, and drops what is past its time. Every worker does; each step
 * is safe to be done twice.
 */
@Injectable()
export class Retention extends PeriodicTask {
  constructor(private readonly database: Database) {
    super('the retention of signals', RETRY_MS);
  }

  protected override async run(stopping: AbortSignal): Promise<number> {
    await createPartitions(this.database);
    const moved = await moveSignals(this.database, MOVED_PER_ROUND, stopping);
    if (moved > 0) this.log.log({ moved }, 'signals moved to the months that their tenants now keep them for');
    await forgetCompletions(this.database);
    const partitions = await dropExpiredPartitions(this.database);
    if (partitions.length > 0) this.log.log({ partitions }, 'dropped the partitions of signals past their time');
    return moved < MOVED_PER_ROUND ? HOUR_MS : RETRY_MS;
  }
}
