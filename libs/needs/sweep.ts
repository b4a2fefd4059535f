import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, PendingTenants, tenantPages, tenantsWhere } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { JobSender, tenantPayloads } from '#platform/queue';
import { ResolveNeeds } from '#signals';
import { SNOOZE_IS_DUE } from './lifecycle/snoozed-needs.js';
import { RematchNeeds } from './rematch/rematch-needs.job.js';

const EVERY_MS = 5_000;
/** How often all libraries are compared with those that needs were matched with, which reads two rows of each tenant. */
const LIBRARIES_EVERY_MS = 30_000;

/** Unresolved needs, needs to wake, and completions to apply. */
const TO_RESOLVE = [
  { table: sql`need`, where: sql`unresolved_since <= now()` },
  { table: sql`need`, where: SNOOZE_IS_DUE },
  { table: sql`completion_signal`, where: sql`status = 'waiting'` },
] as const;

/** On `given.id`, a tenant. */
const HAS_NEW_LIBRARY = sql`exists (select from catalog_version left join matched_library using (tenant_id)
  where catalog_version.tenant_id = given.id and catalog_version.version > coalesce(matched_library.version, 0))`;

/**
 * Sends a job for every tenant that has unresolved needs, needs to wake, completions to apply, or needs to match again.
 * Runs at the start and every five seconds, and so recovers from a lost wake-up, a flushed Redis or a killed process. It
 * is a timer and not a scheduled job, because a queue that loses its jobs loses its schedules too.
 */
@Injectable()
export class Sweep extends PeriodicTask {
  private librariesComparedAt = -Infinity;

  constructor(
    private readonly database: Database,
    private readonly pending: PendingTenants,
    private readonly jobs: JobSender,
  ) {
    super('the sweep', EVERY_MS);
  }

  protected override async run(): Promise<number> {
    await this.jobs.sendAgain(ResolveNeeds, tenantPayloads(await this.pending.findAny(TO_RESOLVE)));
    if (performance.now() - this.librariesComparedAt >= LIBRARIES_EVERY_MS) {
      await this.jobs.sendAgain(RematchNeeds, tenantPayloads(await this.withNewLibrary()));
      this.librariesComparedAt = performance.now();
    }
    return EVERY_MS;
  }

  private async withNewLibrary(): Promise<string[]> {
    const tenantIds: string[] = [];
    for await (const page of tenantPages(this.database))
      tenantIds.push(...(await tenantsWhere(this.database, page, HAS_NEW_LIBRARY)));
    return tenantIds;
  }
}
