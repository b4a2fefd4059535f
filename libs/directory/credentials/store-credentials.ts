import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, anyTenant, byKey, ids } from '#platform/database';
import { type DateText, dateColumns, nameKeyOf } from '#platform/text';
import { timeZone } from '#tenancy';

/** A credential to be added; its worker exists and is locked. */
export interface NewCredential {
  /** UUID. */
  readonly workerId: string;
  readonly name: string;
  /** A day or a time; null: it does not expire. */
  readonly expiresAt: DateText | null;
}

/**
 * Adds a set of credentials, and determines the current one of each name. The caller keeps the time zone.
 * @returns in the order of the credentials: the UUID of each that is new, null for one that exists already
 */
export async function storeCredentials(
  tx: TenantTransaction,
  credentials: readonly NewCredential[],
): Promise<Array<string | null>> {
  const rows = credentials.map(({ workerId, name, expiresAt }) => ({
    id: ids.next(),
    workerId,
    name,
    nameKey: nameKeyOf(name),
    ...dateColumns(expiresAt),
  }));
  // New ones are superseded at first: only one of each name can be current, and the next statement determines it.
  const added = await tx.execute<Array<{ id: string }>>(sql`
    insert into credential (tenant_id, id, worker_id, name, name_key, expires_on, expires_at, superseded_at)
    select ${tx.tenantId}::uuid, id, "workerId", name, "nameKey", day,
      coalesce(end_of_day(day, ${timeZone(tx.tenantId)}), time), now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, "workerId" uuid, name text,
        "nameKey" text, day date, time timestamptz)
    on conflict (tenant_id, worker_id, name_key, expires_on, expires_at) do nothing returning id`);
  const isNew = new Set(added.map(({ id }) => id));
  await updateCurrentCredentials(tx, rows);
  return rows.map(({ id }) => (isNew.has(id) ? id : null));
}

/** Makes the credential that expires last the current one, for each of these workers and names. */
export async function updateCurrentCredentials(
  tx: TenantTransaction,
  names: ReadonlyArray<{ readonly workerId: string; readonly nameKey: string }>,
): Promise<void> {
  const ranked = rankedCredentials(tx.tenantId, names);
  await tx.execute(sql`${ranked}
    update credential set superseded_at = now(), version = version + 1, updated_at = now() from ranked
    where credential.tenant_id = ${anyTenant(tx.tenantId)} and credential.id = ranked.id and ranked.rank > 1
      and ranked.is_current`);
  // The current one is new, or was superseded by one that was changed or deleted.
  await tx.execute(sql`${ranked}
    update credential set superseded_at = null from ranked
    where credential.tenant_id = ${anyTenant(tx.tenantId)} and credential.id = ranked.id and ranked.rank = 1
      and not ranked.is_current`);
}

/** WITH: each credential of these workers and names, and its rank among those of its name. */
function rankedCredentials(
  tenantId: string,
  names: ReadonlyArray<{ readonly workerId: string; readonly nameKey: string }>,
): SqlFragment {
  const keys = JSON.stringify(names.map(({ workerId, nameKey }) => ({ workerId, nameKey })));
  const sameName = sql`
    tenant_id = ${anyTenant(tenantId)} and worker_id = named.worker_id and name_key = named.name_key`;
  return sql`
    with named as materialized (
      select distinct "workerId" as worker_id, "nameKey" as name_key
      from jsonb_to_recordset(${keys}::jsonb) as given ("workerId" uuid, "nameKey" text)
    ), ranked as materialized (
      select credential.id, credential.superseded_at is null as is_current,
        row_number() over (partition by named.worker_id, named.name_key order by credential.expires_at desc nulls first,
          credential.id) as rank
      from named cross join lateral ${byKey('credential', sameName)}
    )`;
}
