import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, anyTenant, sqlArray } from '#platform/database';
import type { GapFacts } from '../gaps/gap-key.js';

/**
 * A recommendation of undecided needs with the same topic and category, with the number of these needs, and the gap of
 * the one that was resolved first: an earlier release may have resolved some of them, and this one the others.
 */
export interface CurrentRecommendation extends Omit<GapFacts, 'topic'> {
  /** A hash of topic, category and recommendation, which finds these needs. */
  readonly key: string;
  readonly topic: string;
  readonly category: string | null;
  readonly recommendation: string;
  readonly courseId: string | null;
  readonly evidence: readonly string[] | null;
  readonly suggestedCourseId: string | null;
  /** Null: none of these needs is in a gap with others. */
  readonly gapKey: string | null;
  /** Number of needs. */
  readonly needs: number;
}

/** Undecided and resolved: a person's decision stands, and an unresolved need will be matched anyway. */
const RESOLVED = sql`status = 'open' and unresolved_since is null`;
/** A single value, so that PostgreSQL looks it up in a hash of thousands instead of comparing with each. */
const KEY = sql`md5(jsonb_build_array(
  topic, category, recommendation, course_id, evidence, suggested_course_id)::text)`;

/** The distinct recommendations of the tenant's undecided needs. */
export function currentRecommendations(tx: TenantTransaction): Promise<CurrentRecommendation[]> {
  return tx.execute<CurrentRecommendation[]>(
    sql`
     select given.*, sample.gap_key as "gapKey", sample.worker_id as "workerId",
       case when sample.audience_kind = 'cohort' then sample.site_key end as "cohortSite"
     from (
       select ${KEY} as key, topic, category, recommendation, course_id as "courseId", evidence,
         suggested_course_id as "suggestedCourseId", count(*)::integer as needs,
         min((extract(epoch from resolved_at) || ' ' || id) collate "C") filter (where gap_key is not null) as first
       from need where tenant_id = ${tx.tenantId} and ${RESOLVED} and topic is not null
       group by topic, category, recommendation, course_id, evidence, suggested_course_id
     ) as given left join need as sample on sample.tenant_id = ${anyTenant(tx.tenantId)}
       and sample.id = split_part(given.first, ' ', 2)::uuid`,
  );
}

/** The condition that a need has one of these recommendations. */
export function hasRecommendation(recommendations: readonly CurrentRecommendation[]): SqlFragment {
  return sql`${RESOLVED} and ${KEY} = any (${sqlArray(recommendations.map(({ key }) => key))}::text[])`;
}

/**
 * Makes the next `limit` needs that meet a condition unresolved. Locks them in the order in which recording locks them.
 * @param after the id that the previous call returned, or `FIRST_ID`
 * @returns the id of the last of these needs; null if there are no more
 */
export async function unresolveNext(
  tx: TenantTransaction,
  condition: SqlFragment,
  after: string,
  limit: number,
): Promise<string | null> {
  const [row] = await tx.execute<Array<{ last: string | null }>>(
    unresolveNextStatement(tx.tenantId, condition, after, limit),
  );
  return row?.last ?? null;
}

/**
 * Passes the needs on as arrays: PostgreSQL estimates one row for a tenant, and would join by scanning all its needs
 * for each.
 */
function unresolveNextStatement(tenantId: string, condition: SqlFragment, after: string, limit: number): SqlFragment {
  return sql`
  with chosen as materialized (
    select id from need where tenant_id = ${tenantId} and id > ${after}::uuid and ${condition}
    order by id limit ${limit}
  ), locked as materialized (
    select id from need where tenant_id = ${tenantId} and id = any (array(select id from chosen)) and ${condition}
    order by dedupe_key collate "C" for update
  ), taken as (
    update need set unresolved_since = now() where tenant_id = ${tenantId} and id = any (array(select id from locked))
  )
  select id as last from chosen order by id desc limit 1`;
}

/**
 * Retries needs whose resolution failed: the change of the library may have removed the cause.
 * @returns whether there are any
 */
export async function retryFailed(tx: TenantTransaction): Promise<boolean> {
  const [row] = await tx.execute<Array<{ retried: boolean }>>(sql`
    with failed as (
      update need set unresolved_since = least(unresolved_since, now())
      where tenant_id = ${tx.tenantId} and status = 'open' and closed_at is null and resolution_error is not null
      returning id
    ) select exists (select from failed) as retried`);
  return row?.retried === true;
}
