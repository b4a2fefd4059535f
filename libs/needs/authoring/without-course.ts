import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, anyTenant, sqlArray } from '#platform/database';
import { SUGGESTED_COURSE } from '../suggestions/suggested-course.js';
import { PERSON } from './person.js';

/** Condition for needs that no course of the library answers, and that wait for no draft. */
const LACKS_COURSE = sql`status in ('open', 'snoozed') and recommendation = 'author_one'`;

/** Condition for needs with a suggested course that no person has accepted or rejected yet. */
const IS_UNDECIDED = sql`${SUGGESTED_COURSE} is not null`;

/**
 * The distinct topics of needs that no course answers, in their order. Reads one entry of `need_by_topic` for each
 * topic, however many needs have it.
 * @param limit of their number
 */
export async function topicsWithoutCourse(tx: TenantTransaction, limit: number): Promise<string[]> {
  const isOfTenant = sql`tenant_id = ${tx.tenantId} and resolved_at is not null`;
  const rows = await tx.execute<Array<{ topic: string }>>(sql`
    with recursive seen as (
      (select topic from need where ${isOfTenant} and topic is not null order by topic limit 1)
      union all
      select (select topic from need where ${isOfTenant} and topic > seen.topic order by topic limit 1)
      from seen where seen.topic is not null
    )
    select topic from seen where topic is not null and exists (
      select from need where ${isOfTenant} and need.topic = seen.topic and ${LACKS_COURSE}
    ) limit ${limit}`);
  return rows.map(({ topic }) => topic);
}

/**
 * The needs with one of these topics that no course answers, without snoozed ones: a draft that takes a need would end
 * its snooze.
 * @returns UUIDs
 */
export async function needsWithoutCourse(
  tx: TenantTransaction,
  topics: readonly string[],
  limit: number,
): Promise<string[]> {
  const rows = await tx.execute<Array<{ id: string }>>(sql`
    select id from need where tenant_id = ${tx.tenantId} and ${LACKS_COURSE} and status <> 'snoozed'
      and topic = any (${sqlArray(topics)}::text[])
    order by id limit ${limit}`);
  return rows.map(({ id }) => id);
}

/**
 * How many people have a need with one of these topics that no course answers, each counted once. Needs with an
 * undecided suggestion do not count: a person decides. The people of a cohort count, unless they have answered it;
 * somebody who is not in the directory counts by the key in the signal.
 * @param since only needs that came later; null: all
 */
export async function peopleWithoutCourse(
  tx: TenantTransaction,
  topics: readonly string[],
  since: Date | null,
): Promise<number> {
  const after = since?.toISOString() ?? null;
  const [row] = await tx.execute<Array<{ people: number }>>(sql`
    with lacking as materialized (
      select id, audience_kind, ${PERSON} as person from need
      where tenant_id = ${tx.tenantId} and ${LACKS_COURSE} and topic = any (${sqlArray(topics)}::text[])
        and not (${IS_UNDECIDED}) and (${after}::timestamptz is null or first_seen_at > ${after}::timestamptz)
    )
    select count(distinct person)::integer as people from (
      select person from lacking where audience_kind = 'worker'
      union all
      select need_person.worker_id::text from lacking join need_person
        on need_person.tenant_id = ${anyTenant(tx.tenantId)}
        and need_person.need_id = lacking.id
      where audience_kind = 'cohort' and answered_at is null
    ) as people`);
  return row?.people ?? 0;
}

/** The most severe need with one of these topics that no course answers, and of equal ones the latest. */
export async function worstWithoutCourse(
  tx: TenantTransaction,
  topics: readonly string[],
): Promise<{ id: string; topic: string; category: string | null } | null> {
  const [need] = await tx.execute<Array<{ id: string; topic: string; category: string | null }>>(sql`
    select id, topic, category from need where tenant_id = ${tx.tenantId} and ${LACKS_COURSE} and not (${IS_UNDECIDED})
      and topic = any (${sqlArray(topics)}::text[])
    order by severity desc, last_seen_at desc, id desc limit 1`);
  return need ?? null;
}

/**
 * The needs with one of these topics that no course answers, and that show another time until which their draft waits
 * for the plan. @param until null: it does not wait @returns UUIDs
 */
export async function needsShowingOther(
  tx: TenantTransaction,
  topics: readonly string[],
  until: Date | null,
  limit: number,
): Promise<string[]> {
  const rows = await tx.execute<Array<{ id: string }>>(sql`
    select id from need where tenant_id = ${tx.tenantId} and ${LACKS_COURSE}
      and topic = any (${sqlArray(topics)}::text[])
      and draft_blocked_until is distinct from ${until?.toISOString() ?? null}::timestamptz
    order by id limit ${limit}`);
  return rows.map(({ id }) => id);
}

/** Needs that show that their draft waits for the plan's limit. @returns UUIDs */
export async function blockedNeeds(tx: TenantTransaction, limit: number): Promise<string[]> {
  const rows = await tx.execute<Array<{ id: string }>>(sql`
    select id from need where tenant_id = ${tx.tenantId} and draft_blocked_until is not null order by id
    limit ${limit}`);
  return rows.map(({ id }) => id);
}
