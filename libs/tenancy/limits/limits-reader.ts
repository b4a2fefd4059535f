import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Tenant } from '../tenants/tenant.entity.js';
import type { TenantLimits } from './limits.view.js';

/** Reads the limits that the operator has set for the tenant, which an admin can see but not change. */
@Injectable()
export class LimitsReader {
  constructor(private readonly database: Database) {}

  read(): Promise<TenantLimits> {
    return this.database.inTenant(async (tx) => {
      const { signalRetentionMonths, rateLimit } = await tx.findOneOrFail(Tenant, { id: tx.tenantId });
      return { signalRetentionMonths, rateLimit: rateLimit ?? null };
    });
  }
}
