import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type PendingRows, PendingTenants } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { JobSender, tenantPayloads } from '#platform/queue';
import { WriteDrafts } from '../writers/write-drafts.job.js';

const EVERY_MS = 2_000;

const DUE_DRAFTS: PendingRows = { table: sql`draft`, where: sql`next_attempt_at <= now()` };

/** Finds the drafts whose wake-up was lost, whose worker was killed, or whose wait after a failure is over. */
@Injectable()
export class DraftSweep extends PeriodicTask {
  constructor(
    private readonly pending: PendingTenants,
    private readonly jobs: JobSender,
  ) {
    super('the sweep of drafts', EVERY_MS);
  }

  protected override async run(): Promise<number> {
    await this.jobs.sendAgain(WriteDrafts, tenantPayloads(await this.pending.find(DUE_DRAFTS)));
    return EVERY_MS;
  }
}
