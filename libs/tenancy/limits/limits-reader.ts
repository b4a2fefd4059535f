import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Tenant } from '../tenants/tenant.entity.js';
import type { TenantLimits } from './limits.view.js';

/** Reads what the operator has set for the tenant: an admin sees it, and cannot change it. */
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
