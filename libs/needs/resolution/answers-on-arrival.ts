import { sql } from '@mikro-orm/postgresql';
import { topicIdentity } from '#catalog';
import { type SqlFragment, type TenantTransaction, type Transaction, sqlArray } from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import type { NeedOfTenant } from '../gaps/regroup.js';
import { ABOUT_EXPIRY } from '../credentials/credential-terms.js';
import { validSinceOf } from '../offers/offer-settings.js';
import { RAISED_AT } from '../lifecycle/raised-at.js';
import { reopenedAt } from '../lifecycle/reopened-at.js';
import { answeringPeople } from '../offers/answer-without-training.js';

/*
 * Who comes, or comes back, to the site of an earlier need, and has completed its course since it was raised, has
 * answered it. If the course is offered, a completion counts that is still valid, as it does for the offer; if none is,
 * a completion of the topic, of which the library had no course. None counts from before a person reopened the need,
 * until it is offered again: the offer counts them. Where an offered need is about something that expires, the offer
 * decides which earlier completions are valid (`answer-without-training.ts`).
 */

/** When a person last reopened a completed need, whose people have to answer it again. */
const REOPENED_AT = reopenedAt(['completed']);

/** The condition that `need` is offered, and is about something that expires. */
const IS_RENEWAL = sql`(status in ('offered', 'in_progress') and ${ABOUT_EXPIRY})`;

/** Columns of the table `need`, by which earlier completions answer it. */
export const ANSWERED_BY = sql`offered_course_id, coalesce(offered_course_id, course_id) as course_id,
  lower(topic) as topic, ${IS_RENEWAL} as is_renewal,
  greatest(case when offered_course_id is null then ${RAISED_AT} when ${IS_RENEWAL} then first_seen_at
    else least(first_seen_at, ${validSinceOf(sql`need.tenant_id`)}) end,
    case when status not in ('offered', 'in_progress') then ${REOPENED_AT} end) as answered_since`;

/** The condition that a row of `completion` answers a row of `earlier`, which has the columns {@link ANSWERED_BY}. */
export const IS_ANSWER = sql`completed_at >= answered_since and (
  completion.course_id = earlier.course_id or offered_course_id is null and completion.course_id is null
    and lower(completion.topic) = earlier.topic)`;

/**
 * The condition that a row of `completion` may answer a row of this table by its topic, which {@link withSameTopic}
 * decides: only the same spelling is an answer by {@link IS_ANSWER}.
 * @param table has the columns {@link ANSWERED_BY}
 */
export function mayAnswerByTopic(table: SqlFragment): SqlFragment {
  return sql`completed_at >= answered_since and offered_course_id is null and completion.course_id is null
    and ${table}.topic is not null`;
}

/** A topic that a person has completed, and that of a need. */
export interface CompletedTopic {
  readonly topic: string;
  readonly needTopic: string;
}

/**
 * Those whose topics are the same, as the completion of the topic would close the need of somebody whom it reaches.
 * Lets other work run meanwhile: a topic that was not compared lately takes some 0.4 ms.
 */
async function withSameTopic<Completed extends CompletedTopic>(all: readonly Completed[]): Promise<Completed[]> {
  const same: Completed[] = [];
  for (const one of all) {
    if (topicIdentity(one.topic) === topicIdentity(one.needTopic)) same.push(one);
    if (mustYield()) await yieldToEventLoop();
  }
  return same;
}

/** People who have come to the site of a need, and have not answered it, with the topics that they have completed. */
export interface Comers extends NeedOfTenant {
  readonly needTopic: string;
  /** Earlier completions do not count: PostgreSQL's text. */
  readonly answeredSince: string;
  readonly topics: readonly string[];
  readonly workerIds: readonly string[];
}

/** Answers needs for those who come, and have completed the topic of the need in another spelling. */
export async function answerByTopic(tx: Transaction, come: readonly Comers[]): Promise<void> {
  const answering: Comers[] = [];
  for (const comers of come) {
    const same = await withSameTopic(comers.topics.map((topic) => ({ topic, needTopic: comers.needTopic })));
    if (same.length > 0) answering.push({ ...comers, topics: same.map(({ topic }) => topic) });
  }
  if (answering.length === 0) return;
  await tx.execute(sql`
    with answer as materialized (
      select "tenantId" as tenant_id, id as need_id, comer.worker_id, (
        select max(completed_at) from completion where completion.tenant_id = "tenantId"
          and completion.worker_id = comer.worker_id and course_id is null and topic = any (topics)
          and completed_at >= "answeredSince"
      ) as completed_at
      from jsonb_to_recordset(${JSON.stringify(answering)}::jsonb)
          as given ("tenantId" uuid, id uuid, "answeredSince" timestamptz, topics text[], "workerIds" uuid[])
        cross join lateral unnest("workerIds") as comer (worker_id)
    )
    update need_person person set answered_at = answer.completed_at from answer
    where person.tenant_id = answer.tenant_id and person.need_id = answer.need_id
      and person.worker_id = answer.worker_id and person.answered_at is null and answer.completed_at is not null`);
}

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
    with earlier as materialized (select id, ${ANSWERED_BY} from need where ${needs})
    select earlier.id || ' ' || worker_id as answer from completion join earlier on ${IS_ANSWER}
    where tenant_id = ${tx.tenantId} and worker_id = any (${sqlArray(workerIds)}::uuid[])`);
  const topics = await tx.execute<Array<CompletedTopic & { answer: string }>>(sql`
    with earlier as materialized (select id, ${ANSWERED_BY} from need where ${needs})
    select earlier.id || ' ' || worker_id as answer, completion.topic, earlier.topic as "needTopic"
    from completion join earlier on ${mayAnswerByTopic(sql`earlier`)}
    where tenant_id = ${tx.tenantId} and worker_id = any (${sqlArray(workerIds)}::uuid[])`);
  const offered = await tx.execute<Array<{ id: string }>>(
    sql`select id from need where ${needs} and status in ('offered', 'in_progress')`,
  );
  const held = await answeringPeople(
    tx,
    offered.flatMap(({ id }) => workerIds.map((workerId) => ({ id, workerId }))),
  );
  const answered = [...completed, ...(await withSameTopic(topics))];
  return new Set([...answered.map(({ answer }) => answer), ...held.map(({ id, workerId }) => `${id} ${workerId}`)]);
}
