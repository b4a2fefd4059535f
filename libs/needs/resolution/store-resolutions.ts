import { sql } from '@mikro-orm/postgresql';
import {
  type SqlFragment,
  type TenantTransaction,
  type Transaction,
  asOneOf,
  inTenantsOf,
  sqlArray,
  tenantsOf,
} from '#platform/database';
import { completeAnswered } from '../assignments/complete-answered.js';
import { lockAssigningOfTenants } from '../assignments/lock-assigning.js';
import { keepEvents } from '../events/keep-events.js';
import { type GapOfTenant, type NeedOfTenant, gapPairs, lockGapsOfTenants, regroupOfTenants } from '../gaps/regroup.js';
import { closeNeedsOfLeavers } from '../leavers/close-needs.js';
import { movedIds } from '../lifecycle/move-needs.js';
import { answerWithoutTraining } from '../offers/answer-without-training.js';
import { answerByTopic } from './answers-on-arrival.js';
import { eachTenant } from './each-tenant.js';
import { endUntakenOffers } from './end-untaken-offers.js';
import { type ChangedPerson, type WorkerOfTenant, fanOut } from './fan-out.js';
import { type NeedBefore, RESOLVER, auditChanges } from './recommendation-changes.js';
import { answerByRecentCompletions } from './recent-completions.js';
import type { NeedResolution } from './resolve-need.js';
import { NAMED } from './unresolved-needs.js';

/** A need whose resolution is stored. */
export interface StoredNeed extends NeedOfTenant {
  /** It was resolved for the first time: earlier signals may name somebody else (`correct-audiences.ts`). */
  readonly mayBeCorrected: boolean;
}

interface Stored extends NeedBefore, StoredNeed {
  /** It was resolved before: `need.created` is published, and some of its people may have left after an answer. */
  readonly wasResolved: boolean;
  /** It is of a site. */
  readonly isCohort: boolean;
  /** It has found its people just now. */
  readonly isRecent: boolean;
  /** Somebody may be completing its course at this time, and the transaction that does so does not find its people. */
  readonly mayBeAnswered: boolean;
  /**
   * The resolution found the worker, who has left. False if the worker was known: a person may have reopened the
   * need.
   */
  readonly isForLeaver: boolean;
  /** It is snoozed, and more severe than it was then. */
  readonly isMoreSevere: boolean;
}

/** What storing a set of resolutions wrote. */
export interface StoredResolutions {
  readonly stored: readonly StoredNeed[];
  /** The workers whom one of the needs no longer reaches. */
  readonly unreached: readonly WorkerOfTenant[];
  /** The needs that are woken, or whose offer has ended, which are unresolved again. */
  readonly woken: readonly NeedOfTenant[];
}

/**
 * Writes a set of resolutions in one statement, then the people whom the needs reach. A need that a signal changed
 * since it was read, or that its source closed, stays unresolved for the next round. A need that a person decided keeps
 * its recommendation; a snoozed one that has become more severe wakes. Changed recommendations are written to the audit
 * log; every stored need is an event for webhooks.
 * @param mayWait for another transaction that assigns courses in one of the tenants
 * @throws LockedOut if it may not wait for it
 */
export async function storeResolutions(
  tx: Transaction,
  resolutions: readonly NeedResolution[],
  mayWait: boolean,
): Promise<StoredResolutions> {
  const joined = resolutions.flatMap(({ tenantId, gapKey }) => (gapKey === null ? [] : [{ tenantId, key: gapKey }]));
  const { gaps: left, full } = await lockGapsOfTenants(tx, resolutions, joined);
  const stored = await tx.execute<Stored[]>(storeStatement(resolutions, full));
  auditChanges(tx, stored, resolutions);
  await keepEvents(
    tx,
    stored.map(({ tenantId, id, wasResolved }) => ({
      tenantId,
      type: wasResolved ? 'need.updated' : 'need.created',
      subjectId: id,
    })),
  );
  // Somebody may be completing the course of a need that is about to find them: either the completion has committed,
  // and answers the need when the person is stored, or it waits, and finds them.
  await lockAssigningOfTenants(tx, tenantsOf(stored.filter(({ mayBeAnswered }) => mayBeAnswered)), mayWait);
  const changed = await fanOut(tx, stored);
  const people = changed.filter((one): one is ChangedPerson => one.comers === null);
  const unreached = people.filter(({ isReached }) => !isReached);
  const eligible = people.filter(({ isReached, isAnswered }) => isReached && !isAnswered);
  for (const [tenantId, ofTenant] of Map.groupBy(eligible, (one) => one.tenantId))
    await asOneOf(tx, tenantId, (tenantTx) => answerWithoutTraining(tenantTx, ofTenant));
  await answerByTopic(
    tx,
    changed.flatMap(({ tenantId, id, comers }) => (comers === null ? [] : [{ tenantId, id, ...comers }])),
  );
  const answered = await answerByRecentCompletions(
    tx,
    stored.filter(({ isRecent }) => isRecent),
  );
  await eachTenant(tx, [...changed, ...answered], completeForOthers);
  const ended = await endUntakenOffers(tx, unreached);
  await eachTenant(
    tx,
    stored.filter(({ isForLeaver }) => isForLeaver),
    (tenantTx, needIds) => closeNeedsOfLeavers(tenantTx, needIds, RESOLVER),
  );
  const woken = await eachTenant(
    tx,
    stored.filter(({ isMoreSevere }) => isMoreSevere),
    wake,
  );
  const isFull = new Set(full.map(identity));
  await regroupOfTenants(tx, [...left, ...joined.filter((gap) => !isFull.has(identity(gap)))]);
  return { stored, woken: [...woken, ...ended], unreached };
}

const identity = ({ tenantId, key }: GapOfTenant): string => `${tenantId} ${key}`;

/** Completes needs of cohorts that are closed for everybody whom they reach now. */
async function completeForOthers(tx: TenantTransaction, needIds: readonly string[]): Promise<string[]> {
  const answered = await tx.execute<Array<{ id: string }>>(sql`
    select id from need
    where tenant_id = ${tx.tenantId} and id = any (${sqlArray([...new Set(needIds)])}::uuid[]) and exists (
      select from need_person person
      where person.tenant_id = need.tenant_id and person.need_id = need.id and person.answered_at is not null
    )`);
  return completeAnswered(
    tx,
    answered.map(({ id }) => id),
    RESOLVER,
  );
}

function wake(tx: TenantTransaction, needIds: readonly string[]): Promise<string[]> {
  return movedIds(tx, needIds, { actor: RESOLVER, event: 'wake', reason: 'more_severe' });
}

/**
 * Locks the rows in the order in which recording locks them, against deadlocks.
 * @param full gaps that no further need joins
 */
function storeStatement(resolutions: readonly NeedResolution[], full: readonly GapOfTenant[]): SqlFragment {
  return sql`
  with locked as materialized (
    select tenant_id, id, status, recommendation, course_id, score, evidence, worker_id, severity, topic, category,
      unresolved_since, closed_at, resolved_at, ${NAMED} as named from need
    where ${inTenantsOf(sql`need`, resolutions)} order by tenant_id, dedupe_key collate "C" for update
  ), result as materialized (
    select result.*, locked.status, locked.recommendation as recommended, locked.course_id, locked.score as scored,
      locked.evidence as proven, locked.worker_id, locked.resolved_at as resolved_before,
      -- A person may have decided before it was matched. A snooze decides nothing about the course.
      locked.status in ('open', 'snoozed') or locked.recommendation = 'pending' as "isUndecided"
    from jsonb_to_recordset(${JSON.stringify(resolutions)}::jsonb) as result ("tenantId" uuid, id uuid, "workerId" uuid,
      "siteKey" text, topic text, category text, severity smallint, named text, "gapKey" text, recommendation text,
      "courseId" uuid, score real, evidence jsonb, "suggestedCourseId" uuid, "suggestedScore" real,
      "suggestedEvidence" jsonb, day date, time timestamptz)
      join locked on locked.tenant_id = result."tenantId" and locked.id = result.id
    where locked.unresolved_since is not null and locked.closed_at is null and locked.severity = result.severity
      and (locked.topic, locked.category) is not distinct from (result.topic, result.category)
      and locked.named = result.named
  )
  update need set
    worker_id = result."workerId",
    site_key = result."siteKey",
    worker_site_id = (select site_id from worker where worker.tenant_id = need.tenant_id
        and worker.id = result."workerId"),
    people = case when need.audience_kind = 'worker' then (result."workerId" is not null)::integer else need.people end,
    recommendation = case when "isUndecided" then result.recommendation else need.recommendation end,
    course_id = case when "isUndecided" then result."courseId" else need.course_id end,
    score = case when "isUndecided" then result.score else need.score end,
    evidence = case when "isUndecided" then result.evidence else need.evidence end,
    suggested_course_id = case when "isUndecided" then result."suggestedCourseId"
      else need.suggested_course_id end,
    suggested_score = case when "isUndecided" then result."suggestedScore" else need.suggested_score end,
    suggested_evidence = case when "isUndecided" then nullif(result."suggestedEvidence", 'null')
      else need.suggested_evidence end,
    due_on = case when need.status in ('offered', 'in_progress') then need.due_on else result.day end,
    due_at = case when need.status in ('offered', 'in_progress') then need.due_at
      else coalesce(end_of_day(result.day, (select time_zone from tenant where tenant.id = result."tenantId")),
        result.time) end,
    -- One that was reopened keeps its former offer only while somebody takes the course.
    offered_course_id = case when need.offered_course_id is null or need.status <> 'open' or exists (
      select from assignment
      where assignment.tenant_id = need.tenant_id and assignment.need_id = need.id and assignment.status = 'assigned'
    ) then need.offered_course_id end,
    gap_key = case when need.gap_key = result."gapKey"
      or (result."tenantId", result."gapKey") not in (select tenant_id, key from ${gapPairs(full)})
      then result."gapKey" end,
    follows = case when need.gap_key is not distinct from result."gapKey" then need.follows end,
    lead_severity = case when need.gap_key is not distinct from result."gapKey" then need.lead_severity end,
    unresolved_since = null, resolved_at = now(), resolution_attempts = 0,
    resolution_error = null, resolution_failed_at = null, set_aside_at = null
  from result
  where need.tenant_id = result."tenantId" and need.id = result.id
  returning need.tenant_id as "tenantId", need.id, result.status, result.recommended as recommendation,
    result.course_id as "courseId", result.scored as score, result.proven as evidence,
    result.resolved_before is not null as "wasResolved", need.audience_kind = 'cohort' as "isCohort",
    result.worker_id is null and (need.audience_kind = 'worker' or result.resolved_before is null) as "isRecent",
    -- An admin or a learner completes an assignment. A source may report what somebody has completed whom the directory
    -- did not know when the need was resolved.
    need.audience_kind = 'cohort' or result.worker_id is null and (result.resolved_before is not null or exists (
      select from assignment where assignment.tenant_id = need.tenant_id and assignment.worker_id = need.worker_id
        and assignment.course_id = coalesce(need.offered_course_id, need.course_id) and assignment.status = 'assigned'
    )) as "mayBeAnswered",
    result.resolved_before is null and need.status = 'open' and need.people = 0 and need.signal_count > 1
      as "mayBeCorrected",
    result.worker_id is null and exists (select from worker where worker.tenant_id = need.tenant_id
        and worker.id = need.worker_id and not worker.active) as "isForLeaver",
    need.status = 'snoozed' and need.severity > need.snoozed_severity as "isMoreSevere"`;
}
