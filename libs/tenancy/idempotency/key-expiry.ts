import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, tenantPages } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { IdempotencyKey } from './idempotency-key.entity.js';

const EVERY_MS = 600_000;

/**
 * Deletes expired keys, at the start of a worker and every ten minutes. An expired key has no effect even before it is
 * deleted.
 */
@Injectable()
export class KeyExpiry extends PeriodicTask {
  constructor(private readonly database: Database) {
    super('the deletion of expired Idempotency-Keys', EVERY_MS);
  }

  protected override async run(): Promise<number> {
    for await (const tenantIds of tenantPages(this.database)) {
      await this.database.inTenants(tenantIds, (tx) =>
        tx.nativeDelete(IdempotencyKey, { expiresAt: { $lte: sql.now() } }),
      );
    }
    return EVERY_MS;
  }
}
