import { type TenantTransaction, byKey, sqlArray } from '#platform/database';
import { ABOUT_EXPIRY } from '../credentials/credential-terms.js';

/**
 * An import tells of a hundred thousand: statements with so many ids in them would take tens of megabytes of memory
 * each.
 */
const AT_ONCE = 2_000;

/** No later than now: `least` passes over a null. */
export const NOW = 'unresolved_since = least(unresolved_since, now())';

/** Puts back what named one of these workers while nobody was known by that name. */
export async function unresolveNaming(tx: TenantTransaction, workerIds: readonly string[]): Promise<void> {
  if (workerIds.length === 0) return;
  const [there] = await tx.execute<Naming[]>(
    NAMING,
    Array.from({ length: 7 }, () => tx.tenantId),
  );
  for (const some of chunksOf(workerIds)) {
    if (there?.strangers === true)
      await tx.execute(OF_STRANGERS, [some, tx.tenantId, tx.tenantId, tx.tenantId, tx.tenantId, tx.tenantId]);
    if (there?.failed === true) await tx.execute(FAILED, [some, tx.tenantId, tx.tenantId, tx.tenantId]);
    if (there?.completions === true)
      await tx.execute(COMPLETIONS, [some, tx.tenantId, tx.tenantId, tx.tenantId, tx.tenantId, tx.tenantId]);
  }
}

/** Puts back the needs of these workers that may be resolved otherwise now. */
export async function unresolveOf(tx: TenantTransaction, workerIds: readonly string[]): Promise<void> {
  for (const some of chunksOf(workerIds)) {
    await tx.execute(MOVED, [some, tx.tenantId, tx.tenantId, tx.tenantId]);
    await tx.execute(RENEWED, [some, tx.tenantId, tx.tenantId, tx.tenantId, tx.tenantId]);
  }
}

/** Texts of a few thousand ids, each made when its turn comes. */
function* chunksOf(workerIds: readonly string[]): Generator<string> {
  for (let start = 0; start < workerIds.length; start += AT_ONCE)
    yield sqlArray(workerIds.slice(start, start + AT_ONCE));
}

/** What the tenant has at all: the first import of everybody often has nothing to look for. */
interface Naming {
  /** Needs of workers who were unknown. */
  readonly strangers: boolean;
  /** Needs that could not be resolved. */
  readonly failed: boolean;
  /** Completions of workers who were unknown. */
  readonly completions: boolean;
}

const KEYS = ['external_worker_id', 'email', 'learner_id'] as const;

const anyOf = (table: string, condition: string): string =>
  KEYS.map((key) => `exists (select from ${table} where tenant_id = ? and ${key} is not null and ${condition})`).join(
    ' or ',
  );

const STRANGER = 'worker_id is null and closed_at is null and resolved_at is not null';
const NOT_RESOLVED = 'resolution_error is not null and closed_at is null';
const UNKNOWN = "status = 'unknown_worker'";

/** Each finds its first row in an index of what it looks for. */
const NAMING = `
  select ${anyOf('need', STRANGER)} as strangers, exists (select from need where tenant_id = ? and ${NOT_RESOLVED}) as failed, ${anyOf('completion_signal', UNKNOWN)} as completions`;

/** The workers of an array of ids; its parameters are the ids and the tenant. */
const WRITTEN = `written as materialized (
    select worker.* from unnest(?::uuid[]) as named (key) cross join lateral ${byKey('worker', 'tenant_id = ? and id = named.key')}
  )`;

/** Ids of the rows of a table that name a worker who was written; its parameters are the tenant, once for each key. */
const naming = (table: string, condition: string): string =>
  KEYS.map(
    (key) =>
      `select ${table}.id from written cross join lateral ${byKey(table, `tenant_id = ? and ${key} = written.${key} and ${condition}`)}`,
  ).join(' union ');

const OF_STRANGERS = `
  with ${WRITTEN}, concerned as (${naming('need', STRANGER)})
  update need set ${NOW} from concerned where need.tenant_id = ? and need.id = concerned.id`;

/** No key of theirs has an index of those that failed, who are few. */
const FAILED = `
  with ${WRITTEN}, failed as materialized (
    select id, external_worker_id, email, learner_id from need where tenant_id = ? and ${NOT_RESOLVED}
  ), concerned as (${KEYS.map((key) => `select failed.id from failed join written on written.${key} = failed.${key}`).join(' union ')})
  update need set ${NOW} from concerned where need.tenant_id = ? and need.id = concerned.id`;

const COMPLETIONS = `
  with ${WRITTEN}, concerned as (${naming('completion_signal', UNKNOWN)})
  update completion_signal set status = 'waiting' from concerned where completion_signal.tenant_id = ? and completion_signal.id = concerned.id`;

/** The needs of these workers, closed ones too, follow them to their site. */
const MOVED = `
  with ${WRITTEN}, moved as (
    select need.id, written.site_id from written cross join lateral ${byKey('need', 'tenant_id = ? and worker_id = written.id')}
    where need.worker_site_id is distinct from written.site_id
  )
  update need set worker_site_id = moved.site_id from moved where need.tenant_id = ? and need.id = moved.id`;

/**
 * Needs about something that expires, of workers whose credentials this very transaction wrote. Locked in the order in
 * which recording locks them.
 */
const RENEWED = `
  with renewed as materialized (
    select distinct worker_id from unnest(?::uuid[]) as named (key) cross join lateral ${byKey('credential', 'tenant_id = ? and worker_id = named.key')}
    where superseded_at is null and updated_at >= now()
  ), locked as materialized (
    select need.id from (
      select need.id as key from renewed cross join lateral ${byKey('need', 'tenant_id = ? and worker_id = renewed.worker_id')}
      where need.closed_at is null and ${ABOUT_EXPIRY} order by need.dedupe_key collate "C"
    ) as named cross join lateral ${byKey('need', 'tenant_id = ? and id = named.key')} where need.closed_at is null for update of need
  )
  update need set ${NOW} from locked where need.tenant_id = ? and need.id = locked.id`;
