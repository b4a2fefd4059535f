import { type AnyEntity, type EntityData, EntityManager, type QueryResult } from '@mikro-orm/postgresql';
import type { EngineDriver } from './driver.js';
import type { SqlFragment } from './sql-fragments.js';

type Rows = QueryResult | EntityData<AnyEntity> | Array<EntityData<AnyEntity>>;

/** An EntityManager whose statements are made by the `sql` tag, which turns each value into a parameter. */
export class SafeEntityManager extends EntityManager<EngineDriver> {
  override execute<Result extends Rows = Array<EntityData<AnyEntity>>>(statement: SqlFragment): Promise<Result> {
    return super.execute<Result>(statement);
  }
}

/**
 * The filter of the second wall: every find, update and delete of a tenant-owned entity is narrowed to the tenants in
 * scope, whatever the caller wrote. It is enabled for every entity that has a `tenantId`, and throws without its
 * parameter.
 */
export const TENANT_FILTER = 'tenant';

/** The EntityManager of all transactions, including savepoints. */
export class TenantEntityManager extends SafeEntityManager {
  /** The tenant of the transaction. @throws Error in a transaction of no or several tenants: a bug */
  get tenantId(): string {
    const { ids } = this.getFilterParams<{ ids: readonly string[] }>(TENANT_FILTER);
    const [tenantId] = ids;
    if (tenantId === undefined || ids.length > 1) throw new Error(`a transaction of ${ids.length} tenants, not of one`);
    return tenantId;
  }
}
