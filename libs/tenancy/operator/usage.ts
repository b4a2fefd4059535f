import { sql } from '@mikro-orm/postgresql';
import type { Database, SqlFragment } from '#platform/database';

/** The usage of a tenant in the operator API: counts only, no data of the tenant. */
export interface TenantCounts {
  /** The calendar month (UTC) that `signals` counts: `2026-11`. */
  readonly month: string;
  readonly signals: number;
  readonly openNeeds: number;
  /** Needs that wait for their recommendation; many of them mean that the workers cannot keep up. */
  readonly unresolvedNeeds: number;
  readonly activeWorkers: number;
  readonly publishedCourses: number;
  /** This month's charged drafts, those that are being written, and the tokens that models have used. */
  readonly draftsUsed: number;
  readonly draftsReserved: number;
  readonly tokensUsed: number;
}

/**
 * One statement with counts, each from an index of the tenant's rows. The signals are counted by a range of
 * their time-ordered ids, so that only the partition of the month is read. The range has no upper bound, because
 * another machine's clock may be ahead.
 */
function countsOf(tenantId: string): SqlFragment {
  return sql`
    select
      to_char(now() at time zone 'UTC', 'YYYY-MM') as month,
      (select count(*) from signal
          where tenant_id = ${tenantId} and id >= uuid_floor(date_trunc('month', now(), 'UTC')))::int as signals,
      (select count(*) from need where tenant_id = ${tenantId} and closed_at is null)::int as "openNeeds",
      (select count(*) from need
          where tenant_id = ${tenantId} and unresolved_since is not null)::int as "unresolvedNeeds",
      (select count(*) from worker where tenant_id = ${tenantId} and active)::int as "activeWorkers",
      (select count(*) from course where tenant_id = ${tenantId} and status = 'published')::int as "publishedCourses",
      coalesce(drafts_used, 0) as "draftsUsed", coalesce(drafts_reserved, 0) as "draftsReserved",
      coalesce(tokens_used, 0)::float as "tokensUsed"
    from (select) as nothing
      left join authoring_month on tenant_id = ${tenantId} and authoring_month.month = date_trunc('month',
          now() at time zone 'UTC')::date`;
}

/** Reads the counts of one tenant in the operator's scope, which sees no other tenant's rows. */
export async function readUsage(database: Database, tenantId: string): Promise<TenantCounts> {
  const [counts] = await database.asOperatorOf(tenantId, (tx) => tx.execute<TenantCounts[]>(countsOf(tenantId)));
  if (counts === undefined) throw new Error('the statement of counts returned no row');
  return counts;
}
