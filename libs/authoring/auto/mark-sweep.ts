import { sql } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { Database, tenantPages, tenantsWhere } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { JobSender } from '#platform/queue';
import { ConsiderTopics } from '../marks/consider-topics.job.js';
import { tenantsWithRoom } from '../metering/room.js';
import { DRAFT_WRITER, type DraftWriter } from '../writers/draft-writer.js';

const EVERY_MS = 15_000;

const HAS_DUE_MARK = sql`exists (
  select from authoring_mark where authoring_mark.tenant_id = given.id and due_at <= now())`;
const HAS_WAITING_TOPIC = sql`exists (
  select from authoring_mark where authoring_mark.tenant_id = given.id and due_at > now() and topic is not null)`;

/**
 * Finds the marks whose wake-up was lost, and topics that waited for the plan where it allows a draft now: the month has
 * turned, the plan has changed, or a reservation was given back.
 */
@Injectable()
export class MarkSweep extends PeriodicTask {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobSender,
    @Inject(DRAFT_WRITER) private readonly writer: DraftWriter,
  ) {
    super('the sweep of marked topics', EVERY_MS);
  }

  protected override async run(stopping: AbortSignal): Promise<number> {
    for await (const page of tenantPages(this.database)) {
      if (stopping.aborted) break;
      const due = await tenantsWhere(this.database, page, HAS_DUE_MARK);
      const waiting = await tenantsWhere(this.database, page, HAS_WAITING_TOPIC);
      const allowed =
        waiting.length === 0
          ? []
          : await this.database.inTenants(waiting, (tx) => tenantsWithRoom(tx, waiting, this.writer.estimatedTokens));
      const tenantIds = new Set([...due, ...allowed]);
      if (tenantIds.size > 0)
        await this.jobs.send(
          ConsiderTopics,
          [...tenantIds].map((tenantId) => ({ tenantId })),
        );
    }
    return EVERY_MS;
  }
}
