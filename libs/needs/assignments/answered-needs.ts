import { sql } from '@mikro-orm/postgresql';
import { topicIdentity } from '#catalog';
import { type SqlFragment, type TenantTransaction, byKey, sqlArray } from '#platform/database';
import { RAISED_AT } from '../lifecycle/raised-at.js';
import { reopenedAt } from '../lifecycle/reopened-at.js';
import { HAS_OPEN_ASSIGNMENT } from '../lifecycle/withdraw-unassigned.js';
import type { Completion } from './completion.js';

/** A person's share of a need, which a completion closes. UUIDs. */
export interface AnsweredShare {
  readonly needId: string;
  readonly workerId: string;
  /** ISO 8601. */
  readonly completedAt: string;
}

interface OpenShare {
  readonly needId: string;
  readonly workerId: string;
  readonly topic: string | null;
  readonly offeredCourseId: string | null;
  readonly courseId: string | null;
  readonly raisedAt: string;
}

/** The open shares of these workers in open needs that the completions close. */
export async function answeredNeeds(
  tx: TenantTransaction,
  completions: readonly Completion[],
): Promise<AnsweredShare[]> {
  const byWorker = Map.groupBy(completions, ({ workerId }) => workerId);
  const shares = await tx.execute<OpenShare[]>(openShares(tx.tenantId, [...byWorker.keys()]));
  const candidates = shares.flatMap((share) => {
    const found = (byWorker.get(share.workerId) ?? []).filter((completion) => answers(completion, share));
    return found.length === 0 ? [] : [{ share, found }];
  });
  const bounded = candidates.filter(({ found }) => found.some(({ answersUntil }) => answersUntil !== null));
  const reopened = await reopenedNeeds(
    tx,
    bounded.map(({ share }) => share.needId),
  );
  return candidates.flatMap(({ share: { needId, workerId }, found }) => {
    const answer = found.find(({ answersUntil }) => isNoEarlier(answersUntil, reopened.get(needId)));
    return answer === undefined ? [] : [{ needId, workerId, completedAt: answer.completedAt }];
  });
}

/** If a person has offered another course, that course is required, whatever the topic. */
function answers(
  { courseIds, topics, answersUntil }: Completion,
  { topic, offeredCourseId, courseId, raisedAt }: OpenShare,
): boolean {
  if (!isNoEarlier(answersUntil, raisedAt)) return false;
  const wanted = offeredCourseId ?? courseId;
  if (wanted !== null && courseIds.includes(wanted)) return true;
  return offeredCourseId === null && topic !== null && topics.includes(topicIdentity(topic));
}

/** Null and undefined bound nothing. */
function isNoEarlier(answersUntil: string | null, begin: string | undefined): boolean {
  return answersUntil === null || begin === undefined || Date.parse(begin) <= Date.parse(answersUntil);
}

/**
 * When people reopened these needs after their completion: everybody has to complete them again. The offer that
 * follows counts who is valid all the same.
 */
async function reopenedNeeds(tx: TenantTransaction, needIds: readonly string[]): Promise<Map<string, string>> {
  if (needIds.length === 0) return new Map();
  const rows = await tx.execute<Array<{ id: string; at: string | null }>>(sql`
    select id, ${reopenedAt(['completed'])} as at from need
    where tenant_id = ${tx.tenantId} and id = any (${sqlArray([...new Set(needIds)])}::uuid[])
      and status not in ('offered', 'in_progress')`);
  return new Map(rows.flatMap(({ id, at }) => (at === null ? [] : [[id, at] as const])));
}

/** A need that is open again after its dismissal keeps the course of its offer while somebody takes it. */
function openShares(tenantId: string, workerIds: readonly string[]): SqlFragment {
  return sql`
  select need.id as "needId", person.worker_id as "workerId", need.topic, need.course_id as "courseId",
    case when need.offered_course_id is not null and (
      need.status in ('offered', 'in_progress') or ${HAS_OPEN_ASSIGNMENT}
    ) then need.offered_course_id end as "offeredCourseId", ${RAISED_AT} as "raisedAt"
  from need_person person
    cross join lateral ${byKey('need', sql`tenant_id = person.tenant_id and id = person.need_id`)}
  where person.tenant_id = ${tenantId} and person.worker_id = any (${sqlArray(workerIds)}::uuid[])
    and person.answered_at is null and need.closed_at is null`;
}
