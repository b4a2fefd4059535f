import { MikroORM } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { isAway, reasonOf } from './availability.js';
import { TENANT_FILTER } from './orm.js';
import { DatabaseUnavailable, TransactionLost } from './pipeline.js';
import { FairGate } from '../shares/index.js';
import { RequestScope } from './tenant-scope.js';

/** A set looked up key by key looks expensive to PostgreSQL, and takes less time than it would take to compile. */
const SETTINGS = { jit: 'off' } as const;

/**
 * The connections of the pool as the tenants share them: a tenant's calls and jobs take at most four of the ten, all tenants' at most eight, so that
 * what the platform itself reads (who calls, which tenants there are) always finds one.
 */
const SHARES = { what: 'calls of this tenant', total: 8, perKey: 4, waitingPerKey: 100, waitMs: 10_000 } as const;

/** A transaction: entities through the ORM, sets through `execute` (positional `?` parameters). */
export type Transaction = SqlEntityManager;

/**
 * The only way to the tables. Each call is one transaction whose scope, in the ORM's filter and in the database's
 * row level security, is exactly what its name says.
 */
@Injectable()
export class Database {
  private readonly shares = new FairGate(SHARES);

  constructor(
    private readonly orm: MikroORM,
    private readonly scope: RequestScope,
  ) {}

  /**
   * One transaction as the tenant in scope, within the tenant's share of the connections.
   * @throws DatabaseUnavailable as all of these do, where PostgreSQL or a connection to it cannot be had in time
   * @throws TooManyRequests where too many of the tenant's transactions are under way
   */
  inTenant<T>(work: (tx: Transaction, tenantId: string) => Promise<T>): Promise<T> {
    const { tenantId } = this.scope.tenant;
    const { lastStep } = this.scope;
    return this.shares.run(tenantId, () =>
      this.inTenants([tenantId], async (tx) => {
        const result = await work(tx, tenantId);
        if (lastStep !== undefined) {
          await tx.flush();
          await lastStep(tx);
        }
        return result;
      }),
    );
  }

  /** One transaction over a named set of tenants, for what the platform does for all of them (sweeps, the key ring). */
  inTenants<T>(tenantIds: readonly string[], work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.transaction(tenantIds, {}, work);
  }

  /** One transaction that sees the register of tenants and, of the tenants' own data, only that of the ones named. */
  asOperator<T>(tenantIds: readonly string[], work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.transaction(tenantIds, { 'app.operator': 'on' }, work);
  }

  private async transaction<T>(tenantIds: readonly string[], variables: Record<string, string>, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const em = this.orm.em.fork({ useContext: false }) as SqlEntityManager;
    em.setFilterParams(TENANT_FILTER, { ids: tenantIds });
    em.setSessionContext({ variables: { 'app.tenant_id': tenantIds.join(','), ...SETTINGS, ...variables } });
    const committed: Array<() => void> = [];
    const result = await em
      .transactional((tx) => {
        afterCommits.set(tx, committed);
        return work(tx);
      })
      .catch((error: unknown) => {
        if (isLost(error)) throw new TransactionLost(error.message);
        throw isAway(error) ? new DatabaseUnavailable(reasonOf(error)) : error;
      });
    for (const callback of committed) callback();
    return result;
  }
}

/** SQLSTATE class 40: PostgreSQL gave this transaction up for another one (a deadlock). */
function isLost(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('40');
}

const afterCommits = new WeakMap<Transaction, Array<() => void>>();

/** Has `callback` run once the transaction is committed, and never where it is not. */
export function afterCommit(tx: Transaction, callback: () => void): void {
  afterCommits.get(tx)?.push(callback);
}
