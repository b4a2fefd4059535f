import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, anyTenant, byKey, sqlArray } from '#platform/database';
import { NEED_FACT_COLUMNS, type NeedFactRow, needFact } from '../facts/need-fact.js';
import type { NeedFact } from '../rule/facts.js';

/**
 * The people for whom the stored causes of changed needs are no longer right, as common table expressions: `reached
 * (worker_id, need_id, …)`, whom the open ones of these needs reach, and `differing (worker_id, need_id)`. Most changes
 * of a need leave the causes as they are: another report of it, an offer, a person who joins a site of thousands.
 * The caller holds the lock of the upkeep: causes may have ended since its transaction began, which is its `now()`.
 * @param needIds UUIDs
 */
export async function peopleOfNeeds(tx: TenantTransaction, needIds: readonly string[]): Promise<SqlFragment> {
  const { tenantId } = tx;
  const people = byKey('need_person', sql`tenant_id = ${anyTenant(tenantId)} and need_id = fact.need_id`);
  const ids = sql`${sqlArray(needIds)}::uuid[]`;
  const rows = await tx.execute<NeedFactRow[]>(sql`
    select ${NEED_FACT_COLUMNS} from need
    where need.tenant_id = ${tenantId} and need.id = any (${ids}) and need.closed_at is null`);
  return sql`
    fact as materialized (${factsOf(rows.map(needFact))}),
    reached as materialized (
      select person.worker_id, fact.* from fact cross join lateral (
        select worker_id, answered_at from ${people}
      ) as person where answered_at is null
    ), stored as materialized (
      select worker_id, ref_id, name, gap, severity, since, due_at from unnest(${ids}) as named (key)
        cross join lateral ${byKey('readiness_cause', sql`tenant_id = ${anyTenant(tenantId)} and ref_id = named.key`)}
      where valid_to > clock_timestamp()
    ), differing as materialized (
      select worker_id, need_id from (
        (select * from reached except select * from stored)
        union all (select * from stored except select * from reached)
      ) as either (worker_id, need_id) group by worker_id, need_id
    )`;
}

/** The causes of needs, as they are stored (`stored-rows.ts`). */
function factsOf(facts: readonly NeedFact[]): SqlFragment {
  return sql`
    select id as need_id, name, gap, severity, to_timestamp("firstSeenAt" / 1000) as since,
      coalesce(to_timestamp("dueAt" / 1000), 'infinity') as due_at
    from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as fact (id uuid, name text, gap text, severity smallint,
      "firstSeenAt" float8, "dueAt" float8)`;
}
