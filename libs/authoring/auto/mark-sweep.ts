import { sql } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { Database, type PendingRows, PendingTenants, pagesOfTenants } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { JobSender, tenantPayloads } from '#platform/queue';
import { activeAmong } from '#tenancy';
import { ConsiderTopics } from '../marks/consider-topics.job.js';
import { tenantsWithRoom } from '../metering/room.js';
import { DRAFT_WRITER, type DraftWriter } from '../writers/draft-writer.js';

const EVERY_MS = 15_000;

const DUE_MARKS: PendingRows = { table: sql`authoring_mark`, where: sql`due_at <= now()` };
const WAITING_TOPICS: PendingRows = { table: sql`authoring_mark`, where: sql`due_at > now() and topic is not null` };

/**
 * Finds the marks whose wake-up was lost. Also finds topics that waited for the plan's limit, if it allows a draft now:
 * in a new month, with another plan, or after a reservation was released.
 */
@Injectable()
export class MarkSweep extends PeriodicTask {
  constructor(
    private readonly database: Database,
    private readonly pending: PendingTenants,
    private readonly jobs: JobSender,
    @Inject(DRAFT_WRITER) private readonly writer: DraftWriter,
  ) {
    super('the sweep of marked topics', EVERY_MS);
  }

  protected override async run(stopping: AbortSignal): Promise<number> {
    const [due, waiting] = await Promise.all([this.pending.find(DUE_MARKS), this.pending.find(WAITING_TOPICS)]);
    const tenantIds = new Set(due);
    for (const page of pagesOfTenants(waiting)) {
      if (stopping.aborted) return EVERY_MS;
      const allowed = await this.database.inTenants(page, (tx) =>
        tenantsWithRoom(tx, page, this.writer.estimatedTokens),
      );
      for (const tenantId of allowed) tenantIds.add(tenantId);
    }
    await this.jobs.sendAgain(ConsiderTopics, tenantPayloads(await activeAmong(this.database, [...tenantIds])));
    return EVERY_MS;
  }
}
