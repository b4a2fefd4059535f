import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { HOUR_MS } from '#platform/text';
import { forgetCompletions } from './forget-completions.js';
import { moveSignals } from './move-signals.js';
import { dropExpiredPartitions, createPartitions } from './partitions.js';

/** The delay after a run that failed, or left signals to move. */
const RETRY_MS = 60_000;
/** About ten seconds of work. */
const MOVED_PER_ROUND = 100_000;

/**
 * Applies the retention settings of tenants, at the start of a worker and every hour. Creates the partitions of the
 * next months, moves signals after a changed setting, and drops expired partitions. Every worker does so, since each
 * step can safely run twice.
 */
@Injectable()
export class Retention extends PeriodicTask {
  constructor(private readonly database: Database) {
    super('the retention of signals', RETRY_MS);
  }

  protected override async run(stopping: AbortSignal): Promise<number> {
    await createPartitions(this.database);
    await forgetCompletions(this.database, stopping);
    const { moved, isComplete } = await moveSignals(this.database, MOVED_PER_ROUND, stopping);
    if (moved > 0) this.log.log({ moved }, 'moved signals to the retention class of their tenants');
    // A partition may have signals that a longer setting keeps.
    if (!isComplete) return RETRY_MS;
    const partitions = await dropExpiredPartitions(this.database);
    if (partitions.length > 0) this.log.log({ partitions }, 'dropped partitions of expired signals');
    return HOUR_MS;
  }
}
