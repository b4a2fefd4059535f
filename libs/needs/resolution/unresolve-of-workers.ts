import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, anyTenant, byKey, joinSql, sqlArray } from '#platform/database';
import { ABOUT_EXPIRY } from '../credentials/credential-terms.js';

/**
 * An import may have a hundred thousand workers: statements with so many ids would each use tens of megabytes of
 * memory.
 */
const WORKERS_PER_STATEMENT = 2_000;

/** Makes a need unresolved, no later than now: `least` ignores nulls. */
export const UNRESOLVED_NOW = sql`unresolved_since = least(unresolved_since, now())`;

/** Makes needs unresolved, and completions waiting, that name one of these workers and have found no worker so far. */
export async function unresolveNaming(tx: TenantTransaction, workerIds: readonly string[]): Promise<void> {
  if (workerIds.length === 0) return;
  const [waiting] = await tx.execute<Waiting[]>(waitingStatement(tx.tenantId));
  for (const ids of chunksOf(workerIds)) {
    if (waiting?.needs === true) await tx.execute(unresolveOfUnknownWorkers(tx.tenantId, ids));
    if (waiting?.failed === true) await tx.execute(unresolveFailed(tx.tenantId, ids));
    if (waiting?.completions === true) await tx.execute(awaitCompletions(tx.tenantId, ids));
  }
}

/**
 * Moves the needs of these workers to their current site, and makes needs unresolved that a new credential may close.
 */
export async function unresolveOf(tx: TenantTransaction, workerIds: readonly string[]): Promise<void> {
  for (const ids of chunksOf(workerIds)) {
    await tx.execute(moveToSites(tx.tenantId, ids));
    await tx.execute(unresolveRenewed(tx.tenantId, ids));
  }
}

/** SQL arrays of a few thousand ids, created one at a time. */
function* chunksOf(workerIds: readonly string[]): Generator<string> {
  for (let start = 0; start < workerIds.length; start += WORKERS_PER_STATEMENT)
    yield sqlArray(workerIds.slice(start, start + WORKERS_PER_STATEMENT));
}

/** The kinds of rows that the tenant has: during the first import there are often none to update. */
interface Waiting {
  /** Needs of unknown workers. */
  readonly needs: boolean;
  /** Needs whose resolution failed. */
  readonly failed: boolean;
  /** Completions of unknown workers. */
  readonly completions: boolean;
}

const KEYS = [sql`external_worker_id`, sql`email`, sql`learner_id`] as const;

const NEED_WITHOUT_WORKER = sql`worker_id is null and closed_at is null and resolved_at is not null`;
const FAILED_NEED = sql`resolution_error is not null and closed_at is null`;
const COMPLETION_WITHOUT_WORKER = sql`status = 'unknown_worker'`;

/** Each subquery finds its first row in an index. */
function waitingStatement(tenantId: string): SqlFragment {
  const anyNaming = (table: SqlFragment, condition: SqlFragment): SqlFragment =>
    joinSql(
      KEYS.map(
        (key) =>
          sql`exists (select from ${table} where tenant_id = ${tenantId} and ${key} is not null and ${condition})`,
      ),
      ' or ',
    );
  return sql`
    select ${anyNaming(sql`need`, NEED_WITHOUT_WORKER)} as needs,
      exists (select from need where tenant_id = ${tenantId} and ${FAILED_NEED}) as failed,
      ${anyNaming(sql`completion_signal`, COMPLETION_WITHOUT_WORKER)} as completions`;
}

/** The workers of an array of ids, as a common table expression. */
function writtenWorkers(tenantId: string, ids: string): SqlFragment {
  return sql`written as materialized (
    select worker.* from unnest(${ids}::uuid[]) as named (key)
    cross join lateral ${byKey('worker', sql`tenant_id = ${anyTenant(tenantId)} and id = named.key`)}
  )`;
}

/** A query for the ids of the rows of a table that name one of the `written` workers. */
function naming(tenantId: string, table: 'need' | 'completion_signal', condition: SqlFragment): SqlFragment {
  return joinSql(
    KEYS.map(
      (key) =>
        sql`select ${sql.ref(table)}.id from written
          cross join lateral
          ${byKey(table, sql`tenant_id = ${anyTenant(tenantId)} and ${key} = written.${key} and ${condition}`)}`,
    ),
    ' union ',
  );
}

function unresolveOfUnknownWorkers(tenantId: string, ids: string): SqlFragment {
  return sql`
    with ${writtenWorkers(tenantId, ids)}, concerned as (${naming(tenantId, 'need', NEED_WITHOUT_WORKER)})
    update need set ${UNRESOLVED_NOW} from concerned
    where need.tenant_id = ${anyTenant(tenantId)} and need.id = concerned.id`;
}

/** Failed needs are few, and no index finds them by a key of their worker. */
function unresolveFailed(tenantId: string, ids: string): SqlFragment {
  const concerned = joinSql(
    KEYS.map((key) => sql`select failed.id from failed join written on written.${key} = failed.${key}`),
    ' union ',
  );
  return sql`
    with ${writtenWorkers(tenantId, ids)}, failed as materialized (
      select id, external_worker_id, email, learner_id from need where tenant_id = ${tenantId} and ${FAILED_NEED}
    ), concerned as (${concerned})
    update need set ${UNRESOLVED_NOW} from concerned
    where need.tenant_id = ${anyTenant(tenantId)} and need.id = concerned.id`;
}

/** Schedules the completions that name one of these workers. */
function awaitCompletions(tenantId: string, ids: string): SqlFragment {
  return sql`
    with ${writtenWorkers(tenantId, ids)},
      concerned as (${naming(tenantId, 'completion_signal', COMPLETION_WITHOUT_WORKER)})
    update completion_signal set status = 'waiting' from concerned
    where completion_signal.tenant_id = ${anyTenant(tenantId)} and completion_signal.id = concerned.id`;
}

/** Moves the needs of these workers, including closed ones, to their site. */
function moveToSites(tenantId: string, ids: string): SqlFragment {
  return sql`
    with ${writtenWorkers(tenantId, ids)}, moved as (
      select need.id, written.site_id from written
      cross join lateral ${byKey('need', sql`tenant_id = ${anyTenant(tenantId)} and worker_id = written.id`)}
      where need.worker_site_id is distinct from written.site_id
    )
    update need set worker_site_id = moved.site_id from moved where need.tenant_id = ${anyTenant(tenantId)}
      and need.id = moved.id`;
}

/**
 * Needs about something that expires, of workers whose credentials this transaction wrote. Locks them in the order in
 * which recording locks them.
 */
function unresolveRenewed(tenantId: string, ids: string): SqlFragment {
  return sql`
    with renewed as materialized (
      select distinct worker_id from unnest(${ids}::uuid[]) as named (key)
      cross join lateral ${byKey('credential', sql`tenant_id = ${anyTenant(tenantId)} and worker_id = named.key`)}
      where superseded_at is null and updated_at >= now()
    ), locked as materialized (
      select need.id from (
        select need.id as key from renewed
        cross join lateral ${byKey('need', sql`tenant_id = ${anyTenant(tenantId)} and worker_id = renewed.worker_id`)}
        where need.closed_at is null and ${ABOUT_EXPIRY} order by need.dedupe_key collate "C"
      ) as named cross join lateral ${byKey('need', sql`tenant_id = ${anyTenant(tenantId)} and id = named.key`)}
      where need.closed_at is null for update of need
    )
    update need set ${UNRESOLVED_NOW} from locked
    where need.tenant_id = ${anyTenant(tenantId)} and need.id = locked.id`;
}
