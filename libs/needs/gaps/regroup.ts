import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, sqlArray } from '#platform/database';

/**
 * Locks needs with all open needs of their gaps, in the order in which recording locks needs. Call it before
 * {@link regroup}, and before locking some of the needs otherwise.
 * @param keys further gaps, which some of the needs are about to join
 * @returns the gaps of the needs
 */
export async function lockGaps(
  tx: TenantTransaction,
  needIds: readonly string[],
  keys: readonly string[] = [],
): Promise<string[]> {
  const rows = await tx.execute<Array<{ key: string | null }>>(sql`
    with named as materialized (
      select id, gap_key from need where tenant_id = ${tx.tenantId} and id = any (${sqlArray(needIds)}::uuid[])
    ), concerned as materialized (
      select id from named
      union
      select need.id from (select gap_key from named union select unnest(${sqlArray(keys)}::text[])) as gap (key)
        cross join lateral (
          select id from need where need.tenant_id = ${tx.tenantId} and need.gap_key = gap.key and need.closed_at is null offset 0
        ) as need
    ), locked as (
      select from need where tenant_id = ${tx.tenantId} and id = any (array(select id from concerned)) order by dedupe_key collate "C", id for update
    )
    select distinct gap_key as key from named, (select count(*) from locked) as done`);
  return rows.flatMap(({ key }) => key ?? []);
}

/**
 * Finds the leader of each gap: the most severe of its open needs, of these the one that was seen last. The others
 * follow it. Needs that a person has taken out of their gap lead themselves.
 */
export async function regroup(tx: TenantTransaction, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await tx.execute(sql`
    with member as materialized (
      select need.* from unnest(${sqlArray([...new Set(keys)])}::text[]) as gap (key) cross join lateral (
        select id, gap_key, severity, last_seen_at, apart from need
        where need.tenant_id = ${tx.tenantId} and need.gap_key = gap.key and need.closed_at is null offset 0
      ) as need
    ), placed as (
      select id, first_value(id) over ranking as lead_id, first_value(severity) over ranking as lead_severity from member where not apart
      window ranking as (partition by gap_key order by severity desc, last_seen_at desc, id desc)
    ), wanted as (
      select id, nullif(lead_id, id) as follows, case when lead_id <> id then lead_severity end as lead_severity from placed
      union all
      select id, null, null from member where apart
    )
    update need set follows = wanted.follows, lead_severity = wanted.lead_severity from wanted
    where need.tenant_id = ${tx.tenantId} and need.id = wanted.id
      and (need.follows, need.lead_severity) is distinct from (wanted.follows, wanted.lead_severity)`);
}
