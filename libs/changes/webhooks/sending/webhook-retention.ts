import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, sqlArray, tenantPages } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { HOUR_MS, MINUTE_MS } from '#platform/text';

const EVERY_MS = HOUR_MS;
const KEPT_DAYS = 30;
const MESSAGES_PER_BATCH = 5_000;

/** Deletes messages older than 30 days. Their deliveries are deleted by cascade. */
@Injectable()
export class WebhookRetention extends PeriodicTask {
  constructor(private readonly database: Database) {
    super('the retention of webhook deliveries', MINUTE_MS);
  }

  protected override async run(stopping: AbortSignal): Promise<number> {
    for await (const tenantIds of tenantPages(this.database)) {
      while (!stopping.aborted && (await this.deleteSome(tenantIds)) === MESSAGES_PER_BATCH);
      if (stopping.aborted) break;
    }
    return EVERY_MS;
  }

  /** The time of a message is part of its id. */
  private async deleteSome(tenantIds: readonly string[]): Promise<number> {
    const given = sqlArray(tenantIds);
    const rows = await this.database.inTenants(tenantIds, (tx) =>
      tx.execute<unknown[]>(
        sql`delete from webhook_message where (tenant_id, id) in (
           select tenant_id, id from webhook_message where tenant_id = any (${given}::uuid[])
             and id < uuid_floor(now() - make_interval(days => ${KEPT_DAYS})) limit ${MESSAGES_PER_BATCH}
         ) returning id`,
      ),
    );
    return rows.length;
  }
}
