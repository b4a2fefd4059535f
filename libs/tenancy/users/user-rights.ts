import { type TenantTransaction, type Transaction, lockInTenant } from '#platform/database';
import { LastAdmin } from './user.errors.js';
import { User } from './user.entity.js';

/**
 * Serialises the changes of users' rights in a tenant, so that two admins who remove each other at the same moment do
 * not both succeed. Holds an advisory lock until the transaction ends.
 */
export async function lockUserRights(tx: TenantTransaction): Promise<void> {
  await lockInTenant(tx, 'users');
}

/**
 * Call it after {@link lockUserRights}, before an active admin loses the role, is deactivated or deleted. @throws
 * LastAdmin
 */
export async function demandAnotherAdmin(tx: Transaction, userId: string): Promise<void> {
  if (!(await hasAnotherAdmin(tx, userId))) throw new LastAdmin();
}

/** Call it after {@link lockUserRights}. */
export async function hasAnotherAdmin(tx: Transaction, userId: string): Promise<boolean> {
  return (await tx.count(User, { role: 'admin', active: true, id: { $ne: userId } })) > 0;
}
