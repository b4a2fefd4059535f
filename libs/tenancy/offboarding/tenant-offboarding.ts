import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '#platform/database';
import { Conflict, Invalid } from '#platform/errors';
import { DAY_MS } from '#platform/text';
import { audit } from '../audit/audit-log.js';
import { tenantView } from '../operator/operator-api.js';
import type { TenantView } from '../operator/operator.dto.js';
import { TenantsService, notifyTenantChange } from '../operator/tenants.service.js';
import { KeyRing } from '../secrets/key-ring.js';
import { ConsoleSession } from '../sessions/console-session.entity.js';
import type { Tenant } from '../tenants/tenant.entity.js';
import { DEFAULT_GRACE_DAYS, type DeleteTenantBody } from './offboarding.dto.js';

/** Requests the deletion of tenants, and undoes it within the grace period. {@link TenantDeletions} deletes. */
@Injectable()
export class TenantOffboarding {
  constructor(
    private readonly tenants: TenantsService,
    private readonly keyRing: KeyRing,
  ) {}

  /**
   * Suspends a tenant until it is deleted. A second request changes the time, until the deletion has begun.
   * @throws NotFound, Invalid if the slug is not typed again, Conflict `deletion_begun`
   */
  request(slug: string, { slug: again, graceDays }: DeleteTenantBody): Promise<TenantView> {
    return this.edit(slug, async (tx, tenant) => {
      if (again !== slug)
        throw new Invalid([{ field: 'slug', message: 'must be the slug of the tenant, typed again' }]);
      const deletionAt = new Date(Date.now() + (graceDays ?? DEFAULT_GRACE_DAYS) * DAY_MS);
      tx.assign(tenant, {
        deletionAt,
        statusBeforeDeletion: tenant.statusBeforeDeletion ?? tenant.status,
        status: 'suspended',
      });
      await tx.nativeDelete(ConsoleSession, {});
      return { action: 'tenant.deletion_requested', after: { deletionAt } };
    });
  }

  /** Restores the status that the tenant had before. @throws NotFound, Conflict `no_deletion`, `deletion_begun` */
  undo(slug: string): Promise<TenantView> {
    return this.edit(slug, async (tx, tenant) => {
      const { deletionAt, statusBeforeDeletion } = tenant;
      if (!(deletionAt instanceof Date))
        throw new Conflict('no_deletion', `nobody has asked for the deletion of tenant "${slug}"`);
      tx.assign(tenant, { deletionAt: null, statusBeforeDeletion: null, status: statusBeforeDeletion ?? 'suspended' });
      return { action: 'tenant.deletion_undone', after: { status: tenant.status } };
    });
  }

  private async edit(
    slug: string,
    change: (tx: TenantTransaction, tenant: Tenant) => Promise<{ action: string; after: object }>,
  ): Promise<TenantView> {
    const changed = await this.tenants.edit(slug, async (tx, tenant) => {
      const { action, after } = await change(tx, tenant);
      audit(tx, { actor: 'operator', action, subject: { kind: 'tenant', id: slug }, after });
      await notifyTenantChange(tx);
      return tenant;
    });
    await this.keyRing.refresh(changed.id);
    return tenantView(changed);
  }
}
