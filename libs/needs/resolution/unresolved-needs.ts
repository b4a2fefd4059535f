import { sql } from '@mikro-orm/postgresql';
import { type WorkerKeyValues, findWorkersOfTenants, aliasedSites } from '#directory';
import { type Transaction, sqlArray } from '#platform/database';
import { nameKeyOf } from '#platform/text';
import type { NeedOfTenant } from '../gaps/regroup.js';

/** An unresolved need with its worker in the directory. */
export interface UnresolvedNeed extends NeedOfTenant {
  readonly topic: string | null;
  readonly category: string | null;
  readonly severity: number;
  /** The keys of the worker and the name of the site in its signals, as PostgreSQL's text of a row. */
  readonly named: string;
  /** PostgreSQL's text. */
  readonly firstSeenAt: string;
  /** Seconds since the epoch, by the clock of the process that received its signal. */
  readonly unresolvedSince: number;
  /**
   * The one who was found before: the keys may have been changed, or given to somebody else since. Otherwise the worker
   * by external id, else e-mail, else learner id. Null: unknown, or a cohort.
   */
  readonly workerId: string | null;
  /** The normalised site, by its present name if the signal has an alias; null: the signal names none. */
  readonly siteKey: string | null;
  /** The normalised site of a cohort; null: it is about a worker. */
  readonly cohortSite: string | null;
}

/** What waits to be resolved. */
export interface Unresolved {
  readonly needs: readonly UnresolvedNeed[];
  /** Needs that their source has closed: nothing is to be resolved, but the change is to be published. */
  readonly closed: readonly NeedOfTenant[];
  /** More of these tenants may wait. */
  readonly isFull: boolean;
}

/**
 * People whom the needs of a set reach together, unless the first need reaches more: the set reads or stores all of
 * them, and a change of the directory waits for it. A set of twenty needs of a site of 50,000 took longer than it
 * waits.
 */
const MAX_PEOPLE = 20_000;

interface Row extends Omit<UnresolvedNeed, 'workerId' | 'siteKey' | 'cohortSite'>, WorkerKeyValues {
  readonly site: string | null;
  readonly isCohort: boolean;
  readonly isClosed: boolean;
  /** The worker who was found before, if the directory still has them. */
  readonly knownWorkerId: string | null;
  /** The needs before it do not reach too many people already. */
  readonly isInSet: boolean;
}

/** Of a need. */
export const NAMED = sql`row(external_worker_id, email, learner_id, site)::text`;

/**
 * The unresolved needs of some tenants: of each tenant those that have waited longest. The worker of an open need is
 * looked up by the keys in the order of the connector API. Needs are sorted in the order in which recording locks them,
 * and so is every part of the set. Needs whose resolution has failed wait longer each time (`resolution-failures.ts`).
 * @param limit for all tenants together: the needs of the first ones of the list are read first
 */
export async function unresolvedNeeds(
  tx: Transaction,
  tenantIds: readonly string[],
  limit: number,
): Promise<Unresolved> {
  const rows = await tx.execute<Row[]>(
    sql`
     with waiting as materialized (
       select need.*, place, audience_kind = 'cohort' and closed_at is null as is_of_site
       from unnest(${sqlArray(tenantIds)}::uuid[]) with ordinality as given (id, place)
       cross join lateral (
         select * from need where tenant_id = given.id and unresolved_since is not null and unresolved_since <= now()
         order by unresolved_since limit ${limit}
       ) as need limit ${limit}
     ), named_site as materialized (
       select tenant_id, site_key, coalesce(
         (select site_id from site_alias alias where alias.tenant_id = known.tenant_id and name_key = known.site_key),
         (select id from site where site.tenant_id = known.tenant_id and name_key = known.site_key)
       ) as site_id
       from (select distinct tenant_id, site_key from waiting where is_of_site) as known
     ), counted as materialized (
       -- Once for all needs of a site. Thousands may have come since the people of a need were stored.
       select tenant_id, site_key, (
         select count(*) from (
           select from worker where worker.tenant_id = named_site.tenant_id
             and worker.site_id = named_site.site_id limit ${MAX_PEOPLE}
         ) as there
       ) as there
       from named_site
     )
     select tenant_id as "tenantId", id, topic, category, severity, ${NAMED} as named,
       first_seen_at as "firstSeenAt", extract(epoch from unresolved_since)::float8 as "unresolvedSince",
       external_worker_id as "externalWorkerId", email, learner_id as "learnerId", closed_at is not null as "isClosed",
       site, audience_kind = 'cohort' as "isCohort",
       (select worker.id from worker where worker.tenant_id = waiting.tenant_id and worker.id = waiting.worker_id)
         as "knownWorkerId",
       coalesce(sum(
         case when is_of_site then greatest(people, (
           select there from counted
           where counted.tenant_id = waiting.tenant_id and counted.site_key = waiting.site_key
         )) else people end
       ) over (
         order by place, unresolved_since, id rows between unbounded preceding and 1 preceding
       ), 0) < ${MAX_PEOPLE} as "isInSet"
     from waiting order by tenant_id, dedupe_key collate "C"`,
  );
  const inSet = rows.filter(({ isInSet }) => isInSet);
  const open = inSet.filter(({ isClosed }) => !isClosed);
  const workerIds = await findWorkersOfTenants(tx, open);
  const siteKeys = await presentSiteKeys(tx, open);
  return {
    needs: open.map(
      (
        { tenantId, id, topic, category, severity, named, firstSeenAt, unresolvedSince, isCohort, knownWorkerId },
        index,
      ) => ({
        tenantId,
        id,
        topic,
        category,
        severity,
        named,
        firstSeenAt,
        unresolvedSince,
        siteKey: siteKeys[index] ?? null,
        cohortSite: isCohort ? (siteKeys[index] ?? null) : null,
        workerId: knownWorkerId ?? workerIds[index] ?? null,
      }),
    ),
    closed: inSet.filter(({ isClosed }) => isClosed),
    isFull: rows.length === limit || inSet.length < rows.length,
  };
}

/** The keys of the sites that the signals name, in order: of the site if one names an alias. */
async function presentSiteKeys(tx: Transaction, rows: readonly Row[]): Promise<Array<string | null>> {
  const named = rows.map(({ tenantId, site }) => ({ tenantId, key: site === null ? null : nameKeyOf(site) }));
  const siteOf = await aliasedSites(
    tx,
    named.flatMap(({ tenantId, key }) => (key === null ? [] : [{ tenantId, key }])),
  );
  return named.map(({ tenantId, key }) => (key === null ? null : (siteOf(tenantId, key)?.nameKey ?? key)));
}
