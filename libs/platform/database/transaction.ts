import type { SafeEntityManager, TenantEntityManager } from './tenant-entity-manager.js';

/** A transaction: entities through the EntityManager, sets of rows through `execute` and the `sql` tag. */
export type Transaction = SafeEntityManager;

/** A transaction of one tenant: the ORM's filter and row level security expose only its rows. */
export type TenantTransaction = TenantEntityManager;
