import { type TenantTransaction, type Transaction, lockInTenant, lockTenants } from '#platform/database';

/**
 * An advisory lock for each tenant, held until the transaction ends. Take it before locking needs.
 *
 * Resolutions and offers take it shared, a change of the directory takes it exclusively. A resolution reads the
 * directory and the library and then stores its result: without the lock, a worker created in between would stay
 * unknown to the need. An offer could assign a course to a person whose assignments have just been cancelled because
 * they left. After a change of the library, the job that matches needs again takes the lock exclusively.
 */
const NAME = 'resolution';

/** For a resolution or an offer. Waits while another transaction holds the lock exclusively. */
export async function lockResolutionShared(tx: TenantTransaction): Promise<void> {
  await lockResolutions(tx, [tx.tenantId], true);
}

/** As {@link lockResolutionShared}, for several tenants. @returns those that are locked: see `lockTenants` */
export function lockResolutions(tx: Transaction, tenantIds: readonly string[], mayWait: boolean): Promise<string[]> {
  return lockTenants(tx, tenantIds, { name: NAME, isShared: true, mayWait });
}

/** For a change that looks for the needs it affects. Waits for all resolutions and offers of the tenant. */
export async function lockResolutionExclusive(tx: TenantTransaction): Promise<void> {
  await lockInTenant(tx, NAME);
}
