import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, byKey, sqlArray } from '#platform/database';
import { validSinceOf } from '../offers/offer-settings.js';
import { answeringPeople } from '../offers/answer-without-training.js';

/*
 * Who comes, or comes back, to the site of an earlier need, and has completed its course since it was reported, has
 * answered it. If the course is offered, a completion counts that is still valid, as it does for the offer; if none is,
 * a completion of the topic, of which the library had no course. None counts from before a person reopened the need,
 * until it is offered again: the offer counts them.
 */

/** SQL: when a person last reopened a completed `need`, whose people have to answer it again; null: nobody has. */
const REOPENED_AT = sql`(
  select uuid_time(audit_entry.id)
  from ${byKey('audit_entry', sql`tenant_id = need.tenant_id and subject_id = need.id::text`)}
  where subject_kind = 'need' and action = 'need.reopened' and before ->> 'status' = 'completed'
    and after ->> 'reason' is null
  order by audit_entry.id desc limit 1)`;

/** Columns of the table `need`, by which earlier completions answer it. */
export const ANSWERED_BY = sql`offered_course_id, coalesce(offered_course_id, course_id) as course_id,
  lower(topic) as topic,
  greatest(case when offered_course_id is null then first_seen_at
    else least(first_seen_at, ${validSinceOf(sql`need.tenant_id`)}) end,
    case when status not in ('offered', 'in_progress') then ${REOPENED_AT} end) as answered_since`;

/** The condition that a row of `completion` answers a row of `resolved`, which has the columns {@link ANSWERED_BY}. */
export const IS_ANSWER = sql`completed_at >= answered_since and (
  completion.course_id = resolved.course_id or offered_course_id is null and completion.course_id is null
    and lower(completion.topic) = resolved.topic)`;

/**
 * Which of these open needs of a site people from elsewhere would have answered if they came there.
 * @param needIds UUIDs
 * @param workerIds UUIDs
 * @returns `need worker`, UUIDs
 */
export async function answersOnArrival(
  tx: TenantTransaction,
  needIds: readonly string[],
  workerIds: readonly string[],
): Promise<Set<string>> {
  if (needIds.length === 0) return new Set();
  const needs = sql`tenant_id = ${tx.tenantId} and id = any (${sqlArray(needIds)}::uuid[])`;
  const completed = await tx.execute<Array<{ answer: string }>>(sql`
    with resolved as materialized (select id, ${ANSWERED_BY} from need where ${needs})
    select resolved.id || ' ' || worker_id as answer from completion join resolved on ${IS_ANSWER}
    where tenant_id = ${tx.tenantId} and worker_id = any (${sqlArray(workerIds)}::uuid[])`);
  const offered = await tx.execute<Array<{ id: string }>>(
    sql`select id from need where ${needs} and status in ('offered', 'in_progress')`,
  );
  const held = await answeringPeople(
    tx,
    offered.flatMap(({ id }) => workerIds.map((workerId) => ({ id, workerId }))),
  );
  return new Set([...completed.map(({ answer }) => answer), ...held.map(({ id, workerId }) => `${id} ${workerId}`)]);
}
