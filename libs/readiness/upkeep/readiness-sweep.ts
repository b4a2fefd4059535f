import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type PendingRows, PendingTenants } from '#platform/database';
import { PeriodicTask, inTurn } from '#platform/lifecycle';
import { JobSender, wakePayloads } from '#platform/queue';
import { beginDuePeriods } from './begin-due-periods.js';
import { WAITING_MARKS } from './take-marks.js';
import { RecomputeReadiness } from '../marks/recompute-readiness.job.js';

const EVERY_MS = 5_000;

const ENDED_PERIODS: PendingRows = { table: sql`readiness_period`, where: sql`is_current and valid_to <= now()` };

/**
 * Updates the boards of all tenants as time passes, and finds the marks whose wake-up was lost. A timer and not a
 * scheduled job, because a queue that loses its jobs loses its schedules too.
 */
@Injectable()
export class ReadinessSweep extends PeriodicTask {
  constructor(
    private readonly database: Database,
    private readonly pending: PendingTenants,
    private readonly jobs: JobSender,
  ) {
    super('the readiness sweep', EVERY_MS);
  }

  protected override async run(stopping: AbortSignal): Promise<number> {
    const [ended, marked] = await Promise.all([this.pending.find(ENDED_PERIODS), this.pending.find(WAITING_MARKS)]);
    await this.jobs.sendAgain(RecomputeReadiness, wakePayloads(marked));
    // In turns, so that no tenant waits for all people of another one.
    for (let waiting = ended; waiting.length > 0;) {
      const more: string[] = [];
      await inTurn(waiting, async (tenantId) => {
        if (!stopping.aborted && (await this.database.asTenant(tenantId, beginDuePeriods))) more.push(tenantId);
      });
      waiting = more;
    }
    return EVERY_MS;
  }
}
