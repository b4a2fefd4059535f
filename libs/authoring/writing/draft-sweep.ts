import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, pagesOfTenants, tenantPages, tenantsWhere } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { JobSender } from '#platform/queue';
import { WriteDrafts } from '../writers/write-drafts.job.js';

const EVERY_MS = 2_000;
/** How often all tenants are looked at; between, only those that have a draft to write. */
const ALL_EVERY_MS = 30_000;

const HAS_DRAFT_TO_WRITE = sql`exists (
  select from draft where draft.tenant_id = given.id and next_attempt_at is not null)`;
const HAS_DUE_DRAFT = sql`exists (
  select from draft where draft.tenant_id = given.id and next_attempt_at is not null and next_attempt_at <= now())`;

/**
 * Finds the drafts whose wake-up was lost, whose worker was killed, or whose wait after a failure is over. It looks at
 * the tenants whose drafts this process writes every two seconds, and at all others only every thirty: reading an index
 * for each of thousands of tenants would cost more than writing the few drafts.
 */
@Injectable()
export class DraftSweep extends PeriodicTask {
  private readonly writing = new Set<string>();
  private allLookedAt = -Infinity;

  constructor(
    private readonly database: Database,
    private readonly jobs: JobSender,
  ) {
    super('the sweep of drafts', EVERY_MS);
  }

  /** A job for the tenant ran in this process, so it may have a draft to write. */
  watch(tenantId: string): void {
    this.writing.add(tenantId);
  }

  protected override async run(stopping: AbortSignal): Promise<number> {
    if (performance.now() - this.allLookedAt >= ALL_EVERY_MS) {
      for await (const page of tenantPages(this.database)) {
        if (stopping.aborted) return EVERY_MS;
        for (const tenantId of await tenantsWhere(this.database, page, HAS_DRAFT_TO_WRITE)) this.watch(tenantId);
      }
      this.allLookedAt = performance.now();
    }
    for (const page of pagesOfTenants([...this.writing])) await this.wake(page);
    return EVERY_MS;
  }

  private async wake(page: readonly string[]): Promise<void> {
    const toWrite = new Set(await tenantsWhere(this.database, page, HAS_DRAFT_TO_WRITE));
    for (const tenantId of page) if (!toWrite.has(tenantId)) this.writing.delete(tenantId);
    const due = await tenantsWhere(this.database, [...toWrite], HAS_DUE_DRAFT);
    if (due.length > 0)
      await this.jobs.send(
        WriteDrafts,
        due.map((tenantId) => ({ tenantId })),
      );
  }
}
