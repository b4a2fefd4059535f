import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, tenantPages, tenantsWhere } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { JobSender } from '#platform/queue';
import { WriteDrafts } from '../writers/write-drafts.job.js';

const EVERY_MS = 2_000;

const HAS_DUE_DRAFT = sql`exists (
  select from draft where draft.tenant_id = given.id and next_attempt_at is not null and next_attempt_at <= now())`;

/** Finds the drafts whose wake-up was lost, whose worker was killed, or whose wait after a failure is over. */
@Injectable()
export class DraftSweep extends PeriodicTask {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobSender,
  ) {
    super('the sweep of drafts', EVERY_MS);
  }

  protected override async run(stopping: AbortSignal): Promise<number> {
    for await (const tenantIds of tenantPages(this.database)) {
      if (stopping.aborted) break;
      const due = await tenantsWhere(this.database, tenantIds, HAS_DUE_DRAFT);
      if (due.length > 0)
        await this.jobs.send(
          WriteDrafts,
          due.map((tenantId) => ({ tenantId })),
        );
    }
    return EVERY_MS;
  }
}
