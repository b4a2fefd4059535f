import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, tenantPages, tenantsWhere } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { JobSender } from '#platform/queue';
import { passTime } from './pass-time.js';
import { RecomputeReadiness } from '../marks/recompute-readiness.job.js';

const EVERY_MS = 5_000;

const HAS_MARKS = sql`exists (select from readiness_mark where readiness_mark.tenant_id = given.id)`;
const HAS_ENDED_PERIODS = sql`exists (
  select from readiness_period where readiness_period.tenant_id = given.id and is_current and valid_to <= now())`;

/**
 * Moves the boards of all tenants on as time passes, and finds the marks whose wake-up was lost. A timer and not a
 * scheduled job, because a queue that loses its jobs loses its schedules too.
 */
@Injectable()
export class ReadinessSweep extends PeriodicTask {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobSender,
  ) {
    super('the readiness sweep', EVERY_MS);
  }

  protected override async run(stopping: AbortSignal): Promise<number> {
    for await (const tenantIds of tenantPages(this.database)) {
      for (const tenantId of await tenantsWhere(this.database, tenantIds, HAS_ENDED_PERIODS)) {
        if (stopping.aborted) return EVERY_MS;
        await this.database.asTenant(tenantId, passTime);
      }
      const marked = await tenantsWhere(this.database, tenantIds, HAS_MARKS);
      if (marked.length > 0)
        await this.jobs.send(
          RecomputeReadiness,
          marked.map((tenantId) => ({ tenantId })),
        );
    }
    return EVERY_MS;
  }
}
