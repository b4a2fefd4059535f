import { type TenantTransaction, byKey, sqlArray } from '#platform/database';
import type { FieldError } from '#platform/errors';
import { WORKER_KEYS } from './worker-record.js';

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
  const keysOf = (key: keyof WorkerKeys): string =>
    sqlArray([...new Set(named.flatMap((keys) => spelt(keys, key) ?? []))]);
  const rows = await tx.execute<Array<{ key: string; id: string }>>(
    `select 'externalWorkerId ' || key as key, id from ${holdersOf('external_worker_id')}
     union all select 'email ' || key, id from ${holdersOf('email')}
     union all select 'learnerId ' || key, id from ${holdersOf('learner_id')}`,
    WORKER_KEYS.flatMap((key) => [keysOf(key), tx.tenantId]),
  );
  const ids = new Map(rows.map(({ key, id }) => [key, id]));
  return named.map(
    (keys) => WORKER_KEYS.map((key) => ids.get(`${key} ${spelt(keys, key)}`)).find((id) => id !== undefined) ?? null,
  );
}

/** SQL: `named.key` and the worker that holds it, of an array of keys; its parameters are the keys and the tenant. */
export function holdersOf(column: 'external_worker_id' | 'email' | 'learner_id'): string {
  return `unnest(?::text[]) as named (key) cross join lateral ${byKey('worker', `tenant_id = ? and ${column} = named.key`)}`;
}

function spelt(keys: WorkerKeys, key: keyof WorkerKeys): string | null | undefined {
  return key === 'email' ? keys.email?.toLowerCase() : keys[key];
}

/** As {@link findWorkers}; the workers stay, and nobody else changes what they hold, until the transaction ends. */
export async function lockWorkers(tx: TenantTransaction, named: readonly WorkerKeys[]): Promise<Array<string | null>> {
  const found = await findWorkers(tx, named);
  const wanted = [...new Set(found.filter((id) => id !== null))].toSorted();
  const locked = await tx.execute<Array<{ id: string }>>(LOCK, [sqlArray(wanted), tx.tenantId]);
  const there = new Set(locked.map(({ id }) => id));
  return found.map((id) => (id !== null && there.has(id) ? id : null));
}

/** In the order of the ids, which is that in which all who lock several workers do. */
const LOCK = `
  select worker.id from unnest(?::uuid[]) as named (key) cross join lateral ${byKey('worker', 'tenant_id = ? and id = named.key')} for no key update of worker`;

/** What is told of keys that name nobody. */
export function unknownWorker(keys: WorkerKeys): FieldError[] {
  const given = WORKER_KEYS.filter((key) => typeof keys[key] === 'string');
  if (given.length === 0)
    return [{ field: 'externalWorkerId', message: 'one of externalWorkerId, email and learnerId is required' }];
  return given.map((field) => ({ field, message: 'names no worker' }));
}
