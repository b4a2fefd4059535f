import { sql } from '@mikro-orm/postgresql';
import {
  type OfTenant,
  type SqlFragment,
  type TenantTransaction,
  type Transaction,
  asOneOf,
  byKey,
  inTenantsOf,
  sqlArray,
} from '#platform/database';
import { completeAnswered } from '../assignments/complete-answered.js';
import { keepEvents } from '../events/keep-events.js';
import { type GapOfTenant, type NeedOfTenant, gapPairs, lockGapsOfTenants, regroupOfTenants } from '../gaps/regroup.js';
import { closeNeedsOfLeavers } from '../leavers/close-needs.js';
import { movedIds } from '../lifecycle/move-needs.js';
import { answerWithoutTraining } from '../offers/answer-without-training.js';
import { ANSWERED_BY, type Comers, IS_ANSWER, MAY_ANSWER_BY_TOPIC, answerByTopic } from './answers-on-arrival.js';
import { eachTenant } from './each-tenant.js';
import { endUntakenOffers } from './end-untaken-offers.js';
import { type NeedBefore, RESOLVER, auditChanges } from './recommendation-changes.js';
import { answerByRecentCompletions } from './recent-completions.js';
import type { NeedResolution } from './resolve-need.js';
import { NAMED } from './unresolved-needs.js';

/** People with credentials or dismissed needs who come to sites of offered needs, as many as are looked at in one set. */
const MAX_HOLDERS = 20_000;

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

interface WorkerOfTenant extends OfTenant {
  readonly workerId: string;
}

/** Somebody whom a need no longer reaches, who has answered it, or who may be already valid for its offer, or exempt. */
interface ChangedPerson extends WorkerOfTenant, NeedOfTenant {
  readonly isReached: boolean;
  readonly isAnswered: boolean;
  readonly comers: null;
}

/** People who have come to the site of a need, and have completed topics, one of which may be that of the need. */
interface ChangedPeople extends NeedOfTenant {
  readonly comers: Omit<Comers, keyof NeedOfTenant>;
}

/**
 * Writes a set of resolutions in one statement, then the people whom the needs reach. A need that a signal changed
 * since it was read, or that its source closed, stays unresolved for the next round. A need that a person decided keeps
 * its recommendation; a snoozed one that has become more severe wakes. Changed recommendations are written to the audit
 * log; every stored need is an event for webhooks.
 */
export async function storeResolutions(
  tx: Transaction,
  resolutions: readonly NeedResolution[],
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
  const changed = await tx.execute<Array<ChangedPerson | ChangedPeople>>(fanOutStatement(stored));
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
      -- A person may have decided before it was matched.
      locked.status = 'open' or locked.recommendation = 'pending' as "isUndecided"
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
    result.resolved_before is null and need.status = 'open' and need.people = 0 and need.signal_count > 1
      as "mayBeCorrected",
    result.worker_id is null and exists (select from worker where worker.tenant_id = need.tenant_id
        and worker.id = need.worker_id and not worker.active) as "isForLeaver",
    need.status = 'snoozed' and need.severity > need.snoozed_severity as "isMoreSevere"`;
}

/**
 * Updates the people of each need: its worker, or the active workers of its site. Removes those who are neither any
 * more. Who comes to the site of an earlier need may have answered it (`answers-on-arrival.ts`).
 * @returns who was removed, who has answered, by need those who have completed topics and come to the site of one that is
 * not offered, and who comes to the site of an offered one and holds a credential or has a dismissed need
 */
function fanOutStatement(needs: readonly Stored[]): SqlFragment {
  const earlier = needs.filter(({ wasResolved, isCohort }) => wasResolved && isCohort);
  return sql`
  with resolved as materialized (
    select tenant_id, id, audience_kind, worker_id, site_key from need where ${inTenantsOf(sql`need`, needs)}
  ), earlier as materialized (
    select tenant_id, id, status, ${ANSWERED_BY} from need where ${inTenantsOf(sql`need`, earlier)}
  ), cohorts as materialized (
    select resolved.tenant_id, resolved.id as need_id, site.id as site_id
    from resolved join site on site.tenant_id = resolved.tenant_id and site.name_key = resolved.site_key
    where audience_kind = 'cohort'
  ), reached as materialized (
    select tenant_id, id as need_id, worker_id from resolved where worker_id is not null
    union all
    select cohorts.tenant_id, need_id, worker.id from cohorts
      join worker on worker.tenant_id = cohorts.tenant_id and worker.site_id = cohorts.site_id and worker.active
  ), present as materialized (
    -- By an index for each need: without statistics, PostgreSQL would read the people of all needs.
    select person.tenant_id, person.need_id, person.worker_id from resolved cross join lateral (
      select tenant_id, need_id, worker_id from need_person where need_person.tenant_id = resolved.tenant_id
        and need_person.need_id = resolved.id offset 0
    ) as person
  ), unreached as materialized (
    select tenant_id, need_id, worker_id from present except select tenant_id, need_id, worker_id from reached
  ), gone as (
    delete from need_person using unreached
    where need_person.tenant_id = unreached.tenant_id and need_person.need_id = unreached.need_id
      and need_person.worker_id = unreached.worker_id
    returning need_person.tenant_id, need_person.need_id, need_person.worker_id
  ), added as (
    insert into need_person (tenant_id, need_id, worker_id, answered_at)
    select come.tenant_id, come.need_id, come.worker_id, case when earlier.id is not null then (
      select max(completed_at) from completion
      where completion.tenant_id = come.tenant_id and completion.worker_id = come.worker_id
        and ${IS_ANSWER}
    ) end
    from (
      select tenant_id, need_id, worker_id from reached except select tenant_id, need_id, worker_id from present
    ) as come left join earlier on earlier.tenant_id = come.tenant_id and earlier.id = come.need_id
    on conflict do nothing
    returning tenant_id, need_id, worker_id, answered_at
  ), counted as (
    select resolved.tenant_id, resolved.id, count(reached.worker_id)::integer as people
    from resolved left join reached on reached.tenant_id = resolved.tenant_id and reached.need_id = resolved.id
    where audience_kind = 'cohort' group by resolved.tenant_id, resolved.id
  ), recounted as (
    update need set people = counted.people from counted
    where ${inTenantsOf(sql`need`, needs)} and need.tenant_id = counted.tenant_id and need.id = counted.id
      and need.people <> counted.people
  ), unanswered as materialized (
    select added.tenant_id, need_id, worker_id, status, offered_course_id, topic, answered_since
    from added join earlier on earlier.tenant_id = added.tenant_id and earlier.id = added.need_id
    where answered_at is null
  )
  select tenant_id as "tenantId", need_id as id, worker_id as "workerId", false as "isReached", false as "isAnswered",
    null::json as comers
  from gone
  union all
  select tenant_id, need_id, worker_id, true, true, null from added where answered_at is not null
  union all
  (select earlier.tenant_id, need_id, null, true, false, json_build_object('needTopic', earlier.topic,
      'answeredSince', answered_since, 'topics', array_agg(distinct completion.topic),
      'workerIds', array_agg(distinct earlier.worker_id))
    from unanswered as earlier
      cross join lateral ${byKey('completion', sql`tenant_id = earlier.tenant_id and worker_id = earlier.worker_id`)}
    where ${MAY_ANSWER_BY_TOPIC}
    group by earlier.tenant_id, need_id, earlier.topic, answered_since)
  union all
  (select tenant_id, need_id, worker_id, true, false, null from unanswered
    -- Each person is looked up: EXISTS may become a join that reads all credentials.
    where status in ('offered', 'in_progress') and coalesce((
      select true from credential where credential.tenant_id = unanswered.tenant_id
        and credential.worker_id = unanswered.worker_id and superseded_at is null limit 1), (
      select true from need as dismissed where dismissed.tenant_id = unanswered.tenant_id
        and dismissed.worker_id = unanswered.worker_id and dismissed.status = 'dismissed' limit 1), false)
    limit ${MAX_HOLDERS})`;
}
