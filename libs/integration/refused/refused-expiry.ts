import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, sqlArray, tenantPages } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { HOUR_MS, MINUTE_MS } from '#platform/text';
import { KEPT_SINCE } from './kept-since.js';

const EVERY_MS = HOUR_MS;

/** Deletes what was refused more than seven days ago, at the start of a worker and every hour. */
@Injectable()
export class RefusedExpiry extends PeriodicTask {
  constructor(private readonly database: Database) {
    super('the deletion of refused events', MINUTE_MS);
  }

  protected override async run(stopping: AbortSignal): Promise<number> {
    for await (const tenantIds of tenantPages(this.database)) {
      if (stopping.aborted) break;
      await this.database.inTenants(tenantIds, async (tx) => {
        const theirs = sql`tenant_id = any (${sqlArray(tenantIds)}::uuid[])`;
        await tx.execute(sql`delete from refused_event where ${theirs} and id < uuid_floor(${KEPT_SINCE})`);
        await tx.execute(sql`delete from refused_count where ${theirs} and hour < ${KEPT_SINCE}`);
      });
    }
    return EVERY_MS;
  }
}
