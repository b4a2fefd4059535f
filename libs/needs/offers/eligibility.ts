import { type TenantTransaction, sqlArray } from '#platform/database';
import { answeringCredentials } from '../credentials/answering-credentials.js';
import type { ReachedPeople } from './reached-people.js';
import type { Fragment } from './target.js';

/** What an offer means for a person: everybody in its target has one of these. */
export const ELIGIBILITIES = ['will_assign', 'already_assigned', 'already_valid', 'exempt', 'left'] as const;
export type Eligibility = (typeof ELIGIBILITIES)[number];

/** One need's offer: which course, and until when. */
export interface PlannedOffer {
  readonly needId: string;
  readonly courseId: string;
  /** ISO 8601. */
  readonly dueAt: string;
  readonly topic: string | null;
}

/**
 * The reasons of a dismissal by which a person needs no training in the topic; `duplicate` and `other` say nothing of
 * the kind.
 */
const EXEMPTING = sqlArray(['not_training', 'equivalent_held', 'wrong_target']);

/**
 * The people of these offers, each with its fate: CTEs `offered` and `judged` for a statement to go on with. What is
 * known of the people is gathered at once, by arrays that the planner sees, and then looked up in memory: joined, or
 * asked of each person, a table of which PostgreSQL has no statistics yet would be read from end to end for every one
 * of them.
 * @param validSince since when a completion is recent enough, ISO 8601
 */
export async function eligibilityOf(
  tx: TenantTransaction,
  offers: readonly PlannedOffer[],
  { needIds, workerIds, active }: ReachedPeople,
  validSince: string,
): Promise<Fragment> {
  const answering = await answeringCredentials(
    tx,
    offers.map(({ needId }) => needId),
    workerIds,
  );
  const workers = sqlArray(workerIds);
  const people = [workers, sqlArray(active.map(String))];
  const topics = sqlArray([...new Set(offers.flatMap(({ topic }) => topic?.toLowerCase() ?? []))]);
  const sql = `
  with offered as materialized (
    select ?::uuid as tenant_id, "needId" as need_id, "courseId" as course_id, "dueAt" as due_at, lower(topic) as topic
    from jsonb_to_recordset(?::jsonb) as given ("needId" uuid, "courseId" uuid, "dueAt" timestamptz, topic text)
  ), reached as materialized (
    ${needIds === null ? EACH_OFFER : OWN_PEOPLE}
  ), assigned_before as materialized (
    select worker_id, course_id from assignment where tenant_id = ? and status = 'assigned' and worker_id = any (?::uuid[])
  ), completed_before as materialized (
    select worker_id, course_id from completion where tenant_id = ? and completed_at >= ? and worker_id = any (?::uuid[])
  ), credentials as materialized (
    select worker_id, name_key, expires_at, updated_at from credential
    where tenant_id = ? and superseded_at is null and worker_id = any (?::uuid[]) and name_key = any (?::text[])
  ), held_before as materialized (
    select credential.worker_id, answering."needId" as need_id from credentials as credential join ${ANSWERING} on answering."nameKey" = credential.name_key
      join offered on offered.need_id = answering."needId"
    where (credential.expires_at is null or credential.expires_at > greatest(offered.due_at, answering.beyond, now()))
      and (answering.since is null or credential.updated_at >= answering.since)
  ), dismissed_before as materialized (
    select worker_id, lower(topic) as topic from need
    where tenant_id = ? and status = 'dismissed' and quiet_until > now() and worker_id = any (?::uuid[]) and lower(topic) = any (?::text[]) and (
      select after ->> 'reason' from audit_entry where audit_entry.tenant_id = need.tenant_id and subject_kind = 'need'
        and subject_id = need.id::text and action = 'need.dismissed' order by audit_entry.id desc limit 1
    ) = any (?::text[])
  ), judged as materialized (
    select offered.tenant_id, offered.need_id, reached.worker_id, offered.course_id, offered.due_at, case
      when not reached.active then 'left'
      when (reached.worker_id, offered.course_id) in (select worker_id, course_id from assigned_before) then 'already_assigned'
      when (reached.worker_id, offered.course_id) in (select worker_id, course_id from completed_before) then 'already_valid'
      when (reached.worker_id, offered.need_id) in (select worker_id, need_id from held_before) then 'already_valid'
      when (reached.worker_id, offered.topic) in (select worker_id, topic from dismissed_before) then 'exempt'
      else 'will_assign' end as fate
    from reached join offered on offered.need_id = reached.need_id
  )`;
  return {
    sql,
    values: [
      tx.tenantId,
      JSON.stringify(offers),
      ...(needIds === null ? people : [sqlArray(needIds), ...people]),
      tx.tenantId,
      workers,
      tx.tenantId,
      validSince,
      workers,
      tx.tenantId,
      workers,
      sqlArray([...new Set(answering.map(({ nameKey }) => nameKey))]),
      JSON.stringify(answering),
      tx.tenantId,
      workers,
      topics,
      EXEMPTING,
    ],
  };
}

const ANSWERING = `jsonb_to_recordset(?::jsonb) as answering ("needId" uuid, "nameKey" text, beyond timestamptz, since timestamptz)`;
const EACH_OFFER =
  'select offered.need_id, person.* from offered cross join unnest(?::uuid[], ?::boolean[]) as person (worker_id, active)';
const OWN_PEOPLE = 'select * from unnest(?::uuid[], ?::uuid[], ?::boolean[]) as own (need_id, worker_id, active)';
