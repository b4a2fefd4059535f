import { hash, randomBytes } from 'node:crypto';
import { IsolationLevel, MikroORM, type TransactionOptions } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Unauthorized } from '../errors/index.js';
import { collectAfterCommit } from './after-commit.js';
import { TransactionLost } from './pipeline.js';
import { readOnce } from './read-once.js';
import { rethrow } from './rethrow.js';
import type { SqlFragment } from './sql-fragments.js';
import { FairSemaphore } from '../fairness/index.js';
import { TENANT_FILTER } from './tenant-entity-manager.js';
import { type CallScope, RequestScope } from './tenant-scope.js';
import type { TenantTransaction, Transaction } from './transaction.js';

/** PostgreSQL overestimates the cost of lookups by key, and JIT compilation takes longer than the lookups. */
const SETTINGS = { jit: 'off' } as const;

/**
 * For statements that look up rows of several tenants. Without statistics of the rows that have just been stored,
 * PostgreSQL expects that the tenants have most of a table, and would scan it once for each set of tenants.
 */
const BY_INDEX = { enable_seqscan: 'off' } as const;

/**
 * How the twelve connections of the pool are shared. Transactions of tenants use at most seven, those of one tenant at
 * most four; three of the seven are reserved for tenants that use none. Transactions of unauthenticated clients use
 * three, which networks and claimed tenants share. The others are for imports, which take long, and for background
 * work.
 */
const CONNECTIONS = {
  what: 'calls of this tenant',
  total: 7,
  perKey: 4,
  reserved: 3,
  waitingPerKey: 100,
  waitMs: 10_000,
} as const;
const LOOK_UPS = {
  what: 'calls of this network',
  total: 3,
  perKey: 2,
  waitingPerKey: 4_096,
  waitMs: 10_000,
  stalledMs: 1_000,
} as const;

/**
 * Queues of unauthenticated clients of one network. The tenant that a client claims selects one of them, so that
 * tenants behind one proxy have their turns; a client can claim any number of tenants. Nobody can tell which share a
 * queue.
 */
const QUEUES_OF_NETWORK = 16;
const QUEUES = randomBytes(16).toString('hex');

function queueOf(tenantId: string): number {
  return Number.parseInt(hash('sha256', QUEUES + tenantId).slice(0, 8), 16) % QUEUES_OF_NETWORK;
}

/** Limits for a statement in an HTTP request, which uses one of its tenant's connections. */
const CALL_SETTINGS = { lock_timeout: '5s', statement_timeout: '30s' } as const;

/**
 * A request that is older than this, such as an upload or a download, checks again that its tenant is active. The
 * tenant may have been deleted since, and must get no new rows.
 */
const RECENT_MS = 1_000;
/** How often a transaction runs that PostgreSQL rolls back in favour of another one. */
const MAX_ATTEMPTS = 4;

/** All statements of a transaction read the same state of the tables, as of its first one. */
const SNAPSHOT = { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true } as const;
/** The session variable that gives row level security policies access to the register of tenants. */
const OPERATOR = { 'app.operator': 'on' } as const;

/**
 * The only access to the tables. Each method runs one transaction whose scope, in the ORM's filter and in row level
 * security, is the one that its name says.
 */
@Injectable()
export class Database {
  private readonly connections = new FairSemaphore(CONNECTIONS);
  private readonly lookUps = new FairSemaphore(LOOK_UPS);

  constructor(
    private readonly orm: MikroORM,
    private readonly scope: RequestScope,
  ) {}

  /**
   * One transaction as the tenant in scope, within the tenant's share of the connections. See {@link asTenant}.
   * @throws DatabaseUnavailable, like all of these methods, if PostgreSQL does not answer or no connection is free in
   * time
   * @throws TooManyRequests if too many transactions of the tenant are running
   * @throws Unauthorized if the request is old, and the tenant suspended since
   */
  inTenant<T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    return this.connections.run(
      this.scope.tenant.tenantId,
      () => this.inTenantWithoutShare(work),
      this.scope.call?.waitBudget,
    );
  }

  /** As {@link inTenant}, but outside the tenant's share of the connections: for long work that has its own limit. */
  inTenantWithoutShare<T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    const { lastStep, call } = this.scope;
    return this.asTenant(this.scope.tenant.tenantId, async (tx) => {
      await demandActiveIfOld(tx, call);
      const result = await work(tx);
      if (lastStep !== undefined) {
        await tx.flush();
        await lastStep(tx);
      }
      return result;
    });
  }

  /**
   * As {@link inTenant}, for answers whose parts several statements read: what others change meanwhile is in all of the
   * parts, or in none.
   * @throws Unauthorized as {@link inTenant}
   */
  inSnapshot<T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    const { tenant, call } = this.scope;
    const checked = async (tx: TenantTransaction): Promise<T> => {
      await demandActiveIfOld(tx, call);
      return work(tx);
    };
    const read = (): Promise<T> => this.transaction([tenant.tenantId], {}, checked, SNAPSHOT);
    return this.connections.run(tenant.tenantId, read, call?.waitBudget);
  }

  /**
   * One transaction as a named tenant: for unauthenticated clients, and for background work. If it loses a deadlock, it
   * is rolled back and `work` runs again, so that `work` must change nothing but the tables.
   */
  async asTenant<T>(tenantId: string, work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.transaction([tenantId], {}, work);
      } catch (error) {
        if (!(error instanceof TransactionLost) || attempt === MAX_ATTEMPTS) throw error;
      }
    }
  }

  /**
   * The rows of one statement that only reads, as a named tenant. It takes one round trip to PostgreSQL, and a
   * transaction four: for what every request reads.
   */
  async readAsTenant<Row>(tenantId: string, statement: SqlFragment): Promise<Row[]> {
    const [rows = []] = await this.readRows(tenantId, [statement]);
    return rows as Row[];
  }

  /**
   * As {@link readAsTenant}, as the tenant in scope and within its share of the connections: the rows of several
   * statements that only read, in one round trip.
   */
  readInTenant<Rows extends ReadonlyArray<readonly unknown[]>>(
    ...statements: { [Index in keyof Rows]: SqlFragment }
  ): Promise<Rows> {
    const { tenantId } = this.scope.tenant;
    const read = async (): Promise<Rows> => (await this.readRows(tenantId, statements)) as unknown as Rows;
    return this.connections.run(tenantId, read, this.scope.call?.waitBudget);
  }

  /**
   * Like {@link readAsTenant}, for several tenants: those that the caller names, and those of the register that meet a
   * condition. For the sweeps, which also run while a worker is idle.
   */
  async readAsAll<Row>(
    known: readonly string[],
    isNew: SqlFragment,
    statements: readonly SqlFragment[],
  ): Promise<Row[][]> {
    const scope = sql`select set_config('app.tenant_id', concat_ws(',', nullif(${known.join(',')}, ''),
          (select string_agg(id::text, ',') from tenant where ${isNew})), true)`;
    const leaveRegister = sql`select set_config('app.operator', '', true)`;
    const [, , ...rows] = await readOnce(this.orm, { ...OPERATOR, ...SETTINGS }, [
      scope,
      leaveRegister,
      ...statements,
    ]).catch(rethrow);
    return rows as Row[][];
  }

  private readRows(tenantId: string, statements: readonly SqlFragment[]): Promise<Array<readonly unknown[]>> {
    return this.inTurn(queueOf(tenantId), (limits) =>
      readOnce(this.orm, { 'app.tenant_id': tenantId, ...SETTINGS, ...limits }, statements).catch(rethrow),
    );
  }

  /** One transaction as several named tenants, for background work that covers all of them (sweeps, the key ring). */
  inTenants<T>(tenantIds: readonly string[], work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.transaction(tenantIds, BY_INDEX, work);
  }

  /** One transaction with access to the register of tenants, but not to the tenants' data. */
  asOperator<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.transaction([], OPERATOR, work);
  }

  /** One transaction with access to the register of tenants and to the data of one tenant. */
  asOperatorOf<T>(tenantId: string, work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    return this.transaction([tenantId], OPERATOR, work);
  }

  private transaction<T>(
    tenantIds: readonly string[],
    variables: Record<string, string>,
    work: (tx: TenantTransaction) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    const queue = variables === OPERATOR ? 'operator' : queueOf(tenantIds.join());
    return this.inTurn(queue, (limits) => this.openTransaction(tenantIds, { ...limits, ...variables }, work, options));
  }

  /**
   * A request without an authenticated tenant queues by its network and the tenant that it claims. All tenants of an
   * operator are one: slow calls of an operator must leave a connection to authentication.
   * @param queue one of those of the network
   * @param work receives the settings that limit a request
   */
  private inTurn<T>(queue: number | 'operator', work: (limits: Record<string, string>) => Promise<T>): Promise<T> {
    const { call } = this.scope;
    if (call === undefined) return work({});
    return this.scope.hasTenant
      ? work(CALL_SETTINGS)
      : this.lookUps.run(`${call.network} ${queue}`, () => work(CALL_SETTINGS), call.waitBudget);
  }

  private async openTransaction<T>(
    tenantIds: readonly string[],
    variables: Record<string, string>,
    work: (tx: TenantTransaction) => Promise<T>,
    options: TransactionOptions,
  ): Promise<T> {
    const em = this.orm.em.fork({ useContext: false }) as TenantTransaction;
    em.setFilterParams(TENANT_FILTER, { ids: tenantIds });
    em.setSessionContext({ variables: { 'app.tenant_id': tenantIds.join(','), ...SETTINGS, ...variables } });
    const committed: Array<() => void> = [];
    const result = await em
      .transactional((tx) => {
        collectAfterCommit(tx, committed);
        return work(tx);
      }, options)
      .catch(rethrow);
    for (const callback of committed) callback();
    return result;
  }
}

/** @throws Unauthorized if the request is old, and the tenant has been suspended or deleted since */
async function demandActiveIfOld(tx: TenantTransaction, call: CallScope | undefined): Promise<void> {
  if (call === undefined || performance.now() - call.beganAt <= RECENT_MS) return;
  const rows = await tx.execute<object[]>(sql`select from tenant where id = ${tx.tenantId} and status = 'active'`);
  if (rows.length === 0) throw new Unauthorized('the tenant is suspended');
}
