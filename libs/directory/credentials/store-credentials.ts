import { type TenantTransaction, byKey, ids } from '#platform/database';
import { siteKey } from '../names/name-key.js';
import { timeOf } from '../workers/time-of.js';

/** A credential as it is told: the worker, a UUID, is known and locked. */
export interface ToldCredential {
  readonly workerId: string;
  readonly name: string;
  /** ISO 8601; null: it does not expire. */
  readonly expiresAt: string | null;
}

/**
 * Adds a set of credentials, and settles which of each name counts.
 * @returns the UUID of each that is new, in their order; null where it is there already
 */
export async function storeCredentials(
  tx: TenantTransaction,
  told: readonly ToldCredential[],
): Promise<Array<string | null>> {
  const rows = told.map(({ workerId, name, expiresAt }) => ({
    id: ids.next(),
    workerId,
    name,
    nameKey: siteKey(name),
    expiresAt: timeOf(expiresAt),
  }));
  const added = await tx.execute<Array<{ id: string }>>(ADD, [tx.tenantId, JSON.stringify(rows)]);
  const isNew = new Set(added.map(({ id }) => id));
  await settleCredentials(tx, rows);
  return rows.map(({ id }) => (isNew.has(id) ? id : null));
}

/** Those that are new do not count until it is settled, as only one of a name can. */
const ADD = `
  insert into credential (tenant_id, id, worker_id, name, name_key, expires_at, superseded_at)
  select ?::uuid, id, "workerId", name, "nameKey", "expiresAt", now()
  from jsonb_to_recordset(?::jsonb) as told (id uuid, "workerId" uuid, name text, "nameKey" text, "expiresAt" timestamptz)
  on conflict (tenant_id, worker_id, name_key, expires_at) do nothing returning id`;

/** Of each name that each worker holds, lets the one count that expires last. */
export async function settleCredentials(
  tx: TenantTransaction,
  held: ReadonlyArray<{ readonly workerId: string; readonly nameKey: string }>,
): Promise<void> {
  const values = [
    JSON.stringify(held.map(({ workerId, nameKey }) => ({ workerId, nameKey }))),
    tx.tenantId,
    tx.tenantId,
  ];
  await tx.execute(SUPERSEDE, values);
  await tx.execute(COUNT, values);
}

/** Each credential of these names and workers, and its place among those of its name. */
const PLACED = `
  with held as materialized (
    select distinct "workerId" as worker_id, "nameKey" as name_key from jsonb_to_recordset(?::jsonb) as held ("workerId" uuid, "nameKey" text)
  ), placed as materialized (
    select credential.id, credential.superseded_at is null as counts,
      row_number() over (partition by held.worker_id, held.name_key order by credential.expires_at desc nulls first) as place
    from held cross join lateral ${byKey('credential', 'tenant_id = ? and worker_id = held.worker_id and name_key = held.name_key')}
  )`;

const SUPERSEDE = `${PLACED}
  update credential set superseded_at = now(), version = version + 1, updated_at = now() from placed
  where credential.tenant_id = ? and credential.id = placed.id and placed.place > 1 and placed.counts`;

/** One that is new, or was superseded by one that is gone. */
const COUNT = `${PLACED}
  update credential set superseded_at = null from placed
  where credential.tenant_id = ? and credential.id = placed.id and placed.place = 1 and not placed.counts`;
