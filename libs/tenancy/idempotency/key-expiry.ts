import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, sqlArray } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { Tenant } from '../tenants/tenant.entity.js';

const EVERY_MS = 600_000;
const TENANTS_AT_ONCE = 500;

/**
 * Deletes expired keys, at the start of a worker and every ten minutes. An expired key has no effect even before it is
 * deleted.
 */
@Injectable()
export class KeyExpiry extends PeriodicTask {
  constructor(private readonly database: Database) {
    super('the clearing of Idempotency-Keys', EVERY_MS);
  }

  protected override async run(): Promise<number> {
    const tenants = await this.database.asOperator((tx) => tx.find(Tenant, {}, { fields: ['id'] }));
    for (let start = 0; start < tenants.length; start += TENANTS_AT_ONCE) {
      const tenantIds = tenants.slice(start, start + TENANTS_AT_ONCE).map(({ id }) => id);
      await this.database.inTenants(tenantIds, (tx) =>
        tx.execute(
          sql`delete from idempotency_key where tenant_id = any (${sqlArray(tenantIds)}::uuid[]) and expires_at <= now()`,
        ),
      );
    }
    return EVERY_MS;
  }
}
