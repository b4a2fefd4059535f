import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, byKey, sqlArray } from '#platform/database';
import type { FieldError } from '#platform/errors';
import { WORKER_KEYS, type WorkerKey } from './worker-record.js';

/** The keys by which a worker is named. */
export interface WorkerKeys {
  readonly externalWorkerId?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly learnerId?: string | null | undefined;
}

/**
 * The worker that each set of keys names, in their order: by external id, else e-mail, else learner id.
 * @returns UUIDs; null where the directory knows none
 */
export async function findWorkers(tx: TenantTransaction, named: readonly WorkerKeys[]): Promise<Array<string | null>> {
  const holders = holdersOf(tx.tenantId, named);
  const rows = await tx.execute<Array<{ key: string; id: string }>>(sql`
    select 'externalWorkerId ' || key as key, id from ${holders.externalWorkerId}
    union all select 'email ' || key, id from ${holders.email}
    union all select 'learnerId ' || key, id from ${holders.learnerId}`);
  const ids = new Map(rows.map(({ key, id }) => [key, id]));
  return named.map(
    (keys) => WORKER_KEYS.map((key) => ids.get(`${key} ${spelt(keys, key)}`)).find((id) => id !== undefined) ?? null,
  );
}

const KEY_COLUMNS: Readonly<Record<WorkerKey, SqlFragment>> = {
  externalWorkerId: sql`external_worker_id`,
  email: sql`email`,
  learnerId: sql`learner_id`,
};

/** Of each kind of key, what a FROM takes: `named.key`, and the worker that has that key. */
export function holdersOf(tenantId: string, named: readonly WorkerKeys[]): Readonly<Record<WorkerKey, SqlFragment>> {
  const holders = (key: WorkerKey): SqlFragment => {
    const keys = new Set(named.flatMap((one) => spelt(one, key) ?? []));
    const condition = sql`tenant_id = ${tenantId} and ${KEY_COLUMNS[key]} = named.key`;
    return sql`unnest(${sqlArray([...keys])}::text[]) as named (key) cross join lateral ${byKey('worker', condition)}`;
  };
  return {
    externalWorkerId: holders('externalWorkerId'),
    email: holders('email'),
    learnerId: holders('learnerId'),
  };
}

function spelt(keys: WorkerKeys, key: keyof WorkerKeys): string | null | undefined {
  return key === 'email' ? keys.email?.toLowerCase() : keys[key];
}

/** As {@link findWorkers}; the workers stay, and nobody else changes what they hold, until the transaction ends. */
export async function lockWorkers(tx: TenantTransaction, named: readonly WorkerKeys[]): Promise<Array<string | null>> {
  const found = await findWorkers(tx, named);
  const wanted = [...new Set(found.filter((id) => id !== null))].toSorted();
  // In the order of the ids, in which every transaction that locks several workers does.
  const locked = await tx.execute<Array<{ id: string }>>(sql`
    select worker.id from unnest(${sqlArray(wanted)}::uuid[]) as named (key)
    cross join lateral ${byKey('worker', sql`tenant_id = ${tx.tenantId} and id = named.key`)} for no key update of worker`);
  const there = new Set(locked.map(({ id }) => id));
  return found.map((id) => (id !== null && there.has(id) ? id : null));
}

/** What is told of keys that name nobody. */
export function unknownWorker(keys: WorkerKeys): FieldError[] {
  const given = WORKER_KEYS.filter((key) => typeof keys[key] === 'string');
  if (given.length === 0)
    return [{ field: 'externalWorkerId', message: 'one of externalWorkerId, email and learnerId is required' }];
  return given.map((field) => ({ field, message: 'names no worker' }));
}
