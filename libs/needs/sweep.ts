import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, tenantPages, tenantsWhere } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { JobSender } from '#platform/queue';
import { ResolveNeeds } from '#signals';
import { SNOOZE_IS_DUE } from './lifecycle/snoozed-needs.js';
import { RematchNeeds } from './rematch/rematch-needs.job.js';

const EVERY_MS = 5_000;

/** Conditions under which a tenant (`given.id`) has pending work, with the job that does it. */
const PENDING_WORK = [
  {
    job: ResolveNeeds,
    where: sql`exists (select from need where need.tenant_id = given.id and unresolved_since <= now())
      or exists (select from need where need.tenant_id = given.id and ${SNOOZE_IS_DUE})
      or exists (select from completion_signal where completion_signal.tenant_id = given.id and status = 'waiting')`,
  },
  {
    job: RematchNeeds,
    where: sql`exists (select from catalog_version left join matched_library using (tenant_id)
      where catalog_version.tenant_id = given.id and catalog_version.version > coalesce(matched_library.version, 0))`,
  },
] as const;

/**
 * Queues a job for every tenant that has unresolved needs, needs to wake, completions to apply, or needs to match again.
 * Runs at the start and every five seconds, and so recovers from a lost wake-up, a flushed Redis or a killed process. It
 * is a timer and not a scheduled job, because a queue that loses its jobs loses its schedules too.
 */
@Injectable()
export class Sweep extends PeriodicTask {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobSender,
  ) {
    super('the sweep', EVERY_MS);
  }

  protected override async run(): Promise<number> {
    for await (const tenantIds of tenantPages(this.database)) {
      for (const { job, where } of PENDING_WORK) {
        const woken = await tenantsWhere(this.database, tenantIds, where);
        if (woken.length > 0)
          await this.jobs.send(
            job,
            woken.map((tenantId) => ({ tenantId })),
          );
      }
    }
    return EVERY_MS;
  }
}
