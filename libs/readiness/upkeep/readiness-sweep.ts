import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type SqlFragment, sqlArray } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { JobSender } from '#platform/queue';
import { passTime } from './pass-time.js';
import { RecomputeReadiness } from '../marks/recompute-readiness.job.js';

const EVERY_MS = 5_000;
const TENANTS_PER_READ = 500;

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
    const tenants = await this.database.asOperator((tx) =>
      tx.execute<Array<{ id: string }>>(sql`select id from tenant`),
    );
    for (let start = 0; start < tenants.length; start += TENANTS_PER_READ) {
      const tenantIds = tenants.slice(start, start + TENANTS_PER_READ).map(({ id }) => id);
      for (const tenantId of await this.tenantsWith(HAS_ENDED_PERIODS, tenantIds)) {
        if (stopping.aborted) return EVERY_MS;
        await this.database.asTenant(tenantId, passTime);
      }
      const marked = await this.tenantsWith(HAS_MARKS, tenantIds);
      if (marked.length > 0)
        await this.jobs.send(
          RecomputeReadiness,
          marked.map((tenantId) => ({ tenantId })),
        );
    }
    return EVERY_MS;
  }

  private async tenantsWith(condition: SqlFragment, tenantIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.inTenants(tenantIds, (tx) =>
      tx.execute<Array<{ id: string }>>(
        sql`select id from unnest(${sqlArray(tenantIds)}::uuid[]) as given (id) where ${condition}`,
      ),
    );
    return rows.map(({ id }) => id);
  }
}
