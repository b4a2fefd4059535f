import { sql } from '@mikro-orm/postgresql';
import {
  type OfTenant,
  type SqlFragment,
  type TenantTransaction,
  type Transaction,
  anyTenant,
  byKey,
  joinSql,
  pairsOf,
  sqlArray,
} from '#platform/database';
import type { FieldError } from '#platform/errors';
import { WORKER_KEYS, type WorkerKey } from './worker-record.js';

/** The keys that name a worker: external id, e-mail and learner id. */
export interface WorkerKeyValues {
  readonly externalWorkerId?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly learnerId?: string | null | undefined;
}

/**
 * The worker for each set of keys, in order: by external id, else e-mail, else learner id.
 * @returns UUIDs; null if the directory has no such worker
 */
export async function findWorkers(
  tx: TenantTransaction,
  named: readonly WorkerKeyValues[],
): Promise<Array<string | null>> {
  return workersFound(named, await tx.execute<FoundWorker[]>(workersNamed(tx.tenantId, named)));
}

/** As {@link findWorkers}, of several tenants: each worker in the directory of its own tenant. */
export async function findWorkersOfTenants(
  tx: Transaction,
  named: ReadonlyArray<WorkerKeyValues & OfTenant>,
): Promise<Array<string | null>> {
  const found = await tx.execute<Array<FoundWorker & OfTenant>>(
    joinSql(
      WORKER_KEYS.map((kind) => {
        const keys = named.flatMap(({ tenantId, ...keyValues }) => {
          const key = normalizedKey(keyValues, kind);
          return typeof key === 'string' ? [{ tenantId, key }] : [];
        });
        const condition = sql`tenant_id = named.tenant_id and ${KEY_COLUMNS[kind]} = named.key`;
        return sql`
          select named.tenant_id as "tenantId", ${`${kind} `} || named.key as key, worker.id
          from (select distinct tenant_id, key from ${pairsOf(keys, ({ key }) => key, sql`text`)}) as named
          cross join lateral ${byKey('worker', condition)}`;
      }),
      ' union all ',
    ),
  );
  const ofTenants = Map.groupBy(found, ({ tenantId }) => tenantId);
  const ids = new Map(
    [...ofTenants].map(([tenantId, rows]) => [tenantId, new Map(rows.map(({ key, id }) => [key, id]))]),
  );
  return named.map(({ tenantId, ...keys }) => firstOf(ids.get(tenantId) ?? new Map(), keys));
}

/** A key by which a worker was named, with its kind, and the worker's id. */
export interface FoundWorker {
  readonly key: string;
  readonly id: string;
}

/** The statement that finds the workers of these keys: rows of {@link FoundWorker}. */
export function workersNamed(tenantId: string, named: readonly WorkerKeyValues[]): SqlFragment {
  const workers = workersByKey(tenantId, named);
  return sql`
    select 'externalWorkerId ' || key as key, id from ${workers.externalWorkerId}
    union all select 'email ' || key, id from ${workers.email}
    union all select 'learnerId ' || key, id from ${workers.learnerId}`;
}

/** The worker for each set of keys, in order, as {@link findWorkers}. */
export function workersFound(named: readonly WorkerKeyValues[], rows: readonly FoundWorker[]): Array<string | null> {
  const ids = new Map(rows.map(({ key, id }) => [key, id]));
  return named.map((keys) => firstOf(ids, keys));
}

/** @param ids of workers, by kind and key */
function firstOf(ids: ReadonlyMap<string, string>, keys: WorkerKeyValues): string | null {
  return WORKER_KEYS.map((key) => ids.get(`${key} ${normalizedKey(keys, key)}`)).find((id) => id !== undefined) ?? null;
}

const KEY_COLUMNS: Readonly<Record<WorkerKey, SqlFragment>> = {
  externalWorkerId: sql`external_worker_id`,
  email: sql`email`,
  learnerId: sql`learner_id`,
};

/** For each kind of key, a FROM item: `named.key` joined with the `worker` that has that key. */
export function workersByKey(
  tenantId: string,
  named: readonly WorkerKeyValues[],
): Readonly<Record<WorkerKey, SqlFragment>> {
  const fromItem = (key: WorkerKey): SqlFragment => {
    const keys = new Set(named.flatMap((one) => normalizedKey(one, key) ?? []));
    const condition = sql`tenant_id = ${anyTenant(tenantId)} and ${KEY_COLUMNS[key]} = named.key`;
    return sql`unnest(${sqlArray([...keys])}::text[]) as named (key) cross join lateral ${byKey('worker', condition)}`;
  };
  return {
    externalWorkerId: fromItem('externalWorkerId'),
    email: fromItem('email'),
    learnerId: fromItem('learnerId'),
  };
}

function normalizedKey(keys: WorkerKeyValues, key: keyof WorkerKeyValues): string | null | undefined {
  return key === 'email' ? keys.email?.toLowerCase() : keys[key];
}

/**
 * As {@link findWorkers}, and locks the workers: until the transaction ends nobody deletes them or changes their
 * items.
 */
export async function lockWorkers(
  tx: TenantTransaction,
  named: readonly WorkerKeyValues[],
): Promise<Array<string | null>> {
  const found = await findWorkers(tx, named);
  const wanted = [...new Set(found.filter((id) => id !== null))].toSorted();
  // Ordered by id, like in every transaction that locks several workers.
  const locked = await tx.execute<Array<{ id: string }>>(sql`
    select worker.id from unnest(${sqlArray(wanted)}::uuid[]) as named (key)
    cross join lateral ${byKey('worker', sql`tenant_id = ${anyTenant(tx.tenantId)} and id = named.key`)}
    for no key update of worker`);
  const there = new Set(locked.map(({ id }) => id));
  return found.map((id) => (id !== null && there.has(id) ? id : null));
}

/** The errors for keys without a worker. */
export function unknownWorkerErrors(keys: WorkerKeyValues): FieldError[] {
  const given = WORKER_KEYS.filter((key) => typeof keys[key] === 'string');
  if (given.length === 0)
    return [{ field: 'externalWorkerId', message: 'one of externalWorkerId, email and learnerId is required' }];
  return given.map((field) => ({ field, message: 'names no worker' }));
}
