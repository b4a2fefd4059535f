import { sql } from '@mikro-orm/postgresql';
import {
  type OfTenant,
  type SqlFragment,
  type TenantTransaction,
  type Transaction,
  inTenantsOf,
  pairsOf,
} from '#platform/database';

/** A need, by its UUID. */
export interface NeedOfTenant extends OfTenant {
  readonly id: string;
}

/** A gap, by its key, which is unique within its tenant only. */
export interface GapOfTenant extends OfTenant {
  readonly key: string;
}

/**
 * A gap is locked and ranked as a whole whenever one of its needs is resolved. A source that reports one gap under more
 * keys gets rows of their own for the needs beyond.
 */
const MAX_NEEDS_PER_GAP = 200;

/** Gaps whose open needs are locked. */
interface LockedGaps {
  /** The gaps of the needs. */
  readonly gaps: readonly GapOfTenant[];
  /** Those of the further gaps that have no room for another need, and are not locked. */
  readonly full: readonly GapOfTenant[];
}

/**
 * Locks needs with all open needs of their gaps, in the order in which recording locks needs. Call it before
 * {@link regroup}, and before locking some of the needs otherwise.
 * @returns the gaps of the needs
 */
export async function lockGaps(tx: TenantTransaction, needIds: readonly string[]): Promise<string[]> {
  const { tenantId } = tx;
  const { gaps } = await lockGapsOfTenants(
    tx,
    needIds.map((id) => ({ tenantId, id })),
  );
  return gaps.map(({ key }) => key);
}

/**
 * As {@link lockGaps}, of several tenants.
 * @param joined further gaps, which some of the needs are about to join
 */
export async function lockGapsOfTenants(
  tx: Transaction,
  needs: readonly NeedOfTenant[],
  joined: readonly GapOfTenant[] = [],
): Promise<LockedGaps> {
  const rows = await tx.execute<Array<{ tenantId: string; key: string | null; isFull: boolean }>>(sql`
    with named as materialized (
      select tenant_id, id, gap_key from need where ${inTenantsOf(sql`need`, needs)}
    ), joined as materialized (
      select tenant_id, key, (
        select count(*) from (
          select from need where need.tenant_id = gap.tenant_id and need.gap_key = gap.key and need.closed_at is null
          limit ${MAX_NEEDS_PER_GAP}
        ) as member
      ) >= ${MAX_NEEDS_PER_GAP} as is_full
      from (select distinct tenant_id, key from ${gapPairs(joined)}) as gap
    ), concerned as materialized (
      select tenant_id, id from named
      union
      select need.tenant_id, need.id
      from (select tenant_id, gap_key from named union select tenant_id, key from joined
          where not is_full) as gap (tenant_id, key)
        cross join lateral (
          select tenant_id, id from need where need.tenant_id = gap.tenant_id and need.gap_key = gap.key
            and need.closed_at is null offset 0
        ) as need
    ), locked as (
      select from need
      where tenant_id = any (array(select tenant_id from concerned)) and id = any (array(select id from concerned))
        and (tenant_id, id) in (select tenant_id, id from concerned)
      order by tenant_id, dedupe_key collate "C", id for update
    )
    select distinct tenant_id as "tenantId", gap_key as key, false as "isFull"
    from named, (select count(*) from locked) as done
    union all select tenant_id, key, true from joined where is_full`);
  const gaps = rows.flatMap(({ tenantId, key, isFull }) => (key === null ? [] : [{ tenantId, key, isFull }]));
  return { gaps: gaps.filter(({ isFull }) => !isFull), full: gaps.filter(({ isFull }) => isFull) };
}

/**
 * Finds the leader of each gap: the most severe of its open needs, of these the one that leads already, else the one
 * that was seen last. The others follow it. Needs that a person has taken out of their gap lead themselves.
 *
 * A leader of equal severity stays, because all the needs of a gap are written when its leader changes.
 */
export async function regroup(tx: TenantTransaction, keys: readonly string[]): Promise<void> {
  const { tenantId } = tx;
  await regroupOfTenants(
    tx,
    keys.map((key) => ({ tenantId, key })),
  );
}

/** As {@link regroup}, of several tenants. */
export async function regroupOfTenants(tx: Transaction, gaps: readonly GapOfTenant[]): Promise<void> {
  if (gaps.length === 0) return;
  await tx.execute(sql`
    with member as materialized (
      select need.* from (select distinct tenant_id, key from ${gapPairs(gaps)}) as gap cross join lateral (
        select tenant_id, id, gap_key, severity, last_seen_at, apart, follows, lead_severity from need
        where need.tenant_id = gap.tenant_id and need.gap_key = gap.key and need.closed_at is null offset 0
      ) as need
    ), placed as (
      select member.*, first_value(id) over ranking as first_id, first_value(severity) over ranking as first_severity
      from member where not apart
      window ranking as (
        partition by tenant_id, gap_key
        order by severity desc, (tenant_id, id) in (select tenant_id, follows from member
            where follows is not null) desc, last_seen_at desc, id desc
      )
    ), wanted as (
      select placed.*, nullif(first_id, id) as leader, case
        when first_id <> id then first_severity end as severity_of_leader from placed
      union all
      select member.*, null, null, null, null from member where apart
    ), moved as materialized (
      -- Most are alone in their gap, and stay as they are.
      select tenant_id, id, leader, severity_of_leader from wanted
      where (follows, lead_severity) is distinct from (leader, severity_of_leader)
    )
    update need set follows = moved.leader, lead_severity = moved.severity_of_leader from moved
    where need.tenant_id = moved.tenant_id and need.id = moved.id`);
}

/** SQL: the gaps as rows `given (tenant_id, key)`. */
export function gapPairs(gaps: readonly GapOfTenant[]): SqlFragment {
  return pairsOf(gaps, ({ key }) => key, sql`text`);
}
