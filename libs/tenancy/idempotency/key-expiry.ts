import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, sqlArray, tenantPages } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';

const EVERY_MS = 600_000;
const KEYS_PER_BATCH = 5_000;

/**
 * Deletes expired keys, at the start of a worker and every ten minutes. An expired key has no effect even before it is
 * deleted.
 */
@Injectable()
export class KeyExpiry extends PeriodicTask {
  constructor(private readonly database: Database) {
    super('the deletion of expired Idempotency-Keys', EVERY_MS);
  }

  protected override async run(stopping: AbortSignal): Promise<number> {
    for await (const tenantIds of tenantPages(this.database)) {
      while (!stopping.aborted && (await this.deleteSome(tenantIds)) === KEYS_PER_BATCH);
      if (stopping.aborted) break;
    }
    return EVERY_MS;
  }

  /** The outer condition on the time spares a key that a request has taken over since it was found. */
  private async deleteSome(tenantIds: readonly string[]): Promise<number> {
    const given = sqlArray(tenantIds);
    const rows = await this.database.inTenants(tenantIds, (tx) =>
      tx.execute<unknown[]>(
        sql`delete from idempotency_key where expires_at <= now() and (tenant_id, caller, key) in (
           select tenant_id, caller, key from idempotency_key where tenant_id = any (${given}::uuid[])
             and expires_at <= now() limit ${KEYS_PER_BATCH}
         ) returning 1`,
      ),
    );
    return rows.length;
  }
}
