import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type PendingRows, PendingTenants } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { JobSender, tenantPayloads } from '#platform/queue';
import { activeAmong } from '#tenancy';
import { ReopenNeeds } from '../drafts/reopen-needs.job.js';
import { WriteDrafts } from '../writers/write-drafts.job.js';

const EVERY_MS = 2_000;

const DUE_DRAFTS: PendingRows = { table: sql`draft`, where: sql`next_attempt_at <= now()` };
const ENDED_DRAFTS: PendingRows = { table: sql`draft`, where: sql`ended_by is not null` };

/**
 * Finds the drafts whose wake-up was lost, whose worker was killed, or whose wait after a failure is over; and those
 * that waited for the end of their tenant's suspension.
 */
@Injectable()
export class DraftSweep extends PeriodicTask {
  constructor(
    private readonly database: Database,
    private readonly pending: PendingTenants,
    private readonly jobs: JobSender,
  ) {
    super('the sweep of drafts', EVERY_MS);
  }

  protected override async run(): Promise<number> {
    const [due, ended] = await Promise.all([this.pending.find(DUE_DRAFTS), this.pending.find(ENDED_DRAFTS)]);
    await this.jobs.sendAgain(WriteDrafts, tenantPayloads(await activeAmong(this.database, due)));
    await this.jobs.sendAgain(ReopenNeeds, tenantPayloads(ended));
    return EVERY_MS;
  }
}
