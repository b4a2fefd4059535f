import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, anyTenant, sqlArray } from '#platform/database';

/** SQL: the leader of the gap of `need`, by its key, as in `byKey`, for a lateral join. */
export const LEAD = sql`
  (select * from need as lead where lead.tenant_id = need.tenant_id and lead.id = need.follows offset 0) as lead`;

/**
 * The needs with all others of their gaps: an action on one of them acts on all. Closed needs, and needs that a person
 * has taken out of their gap, have no others.
 */
export async function withGapMembers(tx: TenantTransaction, needIds: readonly string[]): Promise<string[]> {
  if (needIds.length === 0) return [];
  const rows = await tx.execute<Array<{ id: string }>>(sql`
    with gap as materialized (
      select distinct gap_key as key from need
      where tenant_id = ${tx.tenantId} and id = any (${sqlArray(needIds)}::uuid[]) and closed_at is null and not apart
        and gap_key is not null
    )
    select need.id from gap cross join lateral (
      select id, apart from need where need.tenant_id = ${anyTenant(tx.tenantId)} and need.gap_key = gap.key
        and need.closed_at is null offset 0
    ) as need where not apart`);
  return [...new Set([...needIds, ...rows.map(({ id }) => id)])];
}

/** The leaders of the gaps of these needs, each once: those of an inbox in which a gap is one row. */
export async function leadersOf(tx: TenantTransaction, needIds: readonly string[]): Promise<string[]> {
  if (needIds.length === 0) return [];
  const rows = await tx.execute<Array<{ id: string }>>(sql`
    select distinct coalesce(lead.id, need.id) as id from need
      left join lateral ${LEAD} on lead.closed_at is null
    where need.tenant_id = ${tx.tenantId} and need.id = any (${sqlArray(needIds)}::uuid[]) order by id`);
  return rows.map(({ id }) => id);
}
