import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, anyTenant, byKey, sqlArray } from '#platform/database';
import { normalizeDayOrTime } from '#platform/text';
import { completeAnswered } from '../assignments/complete-answered.js';
import { LEFT, closeNeedsOfLeavers } from '../leavers/close-needs.js';
import { returnToEarlierOffers } from '../lifecycle/earlier-offers.js';
import { moveNeeds } from '../lifecycle/move-needs.js';
import type { NeedEvent } from '../lifecycle/need.transitions.js';
import { withdrawUnassigned } from '../lifecycle/withdraw-unassigned.js';
import { Need } from '../need.entity.js';
import type { NeedStatus } from '../need.js';

/** A need that was changed, with its previous status. */
export interface MovedBefore {
  readonly needId: string;
  readonly statusBefore: NeedStatus;
  /** The day or time until which it was snoozed before; null: it was not. */
  readonly snoozedBefore: string | null;
  /** When the operation closed it, PostgreSQL's text; null: it did not. */
  readonly closedAt: string | null;
}

/** The events that lead an open need to its previous status. */
const EVENTS_TO: Readonly<Partial<Record<NeedStatus, readonly NeedEvent[]>>> = {
  offered: ['offer'],
  in_progress: ['offer', 'start'],
  authoring: ['author'],
};

/** Those whose draft is still under way: the others stay open. */
async function withDraft(tx: TenantTransaction, needIds: readonly string[]): Promise<string[]> {
  const needs = await tx.find(Need, { id: { $in: [...needIds] }, draftId: { $ne: null } }, { fields: ['id'] });
  return needs.map(({ id }) => id);
}

/**
 * Reopens needs with the event that reverts their change, together with the shares of their people that were closed
 * with them, and restores their previous status. Needs whose worker has left meanwhile are closed, as open ones were.
 * The caller holds `lockResolutionShared`, so that nobody leaves at the same time.
 * @returns the ids of the restored needs; one whose key another need now holds is not restored
 */
export async function restoreNeeds(
  tx: TenantTransaction,
  needs: readonly MovedBefore[],
  { actor, event }: { actor: string; event: NeedEvent },
): Promise<ReadonlySet<string>> {
  const { moved } = await moveNeeds(
    tx,
    needs.map(({ needId }) => needId),
    { actor, event, reason: 'undone' },
  );
  const restored = new Set(moved.map(({ id }) => id));
  const closed = new Set(await closeNeedsOfLeavers(tx, await needsOfLeavers(tx, [...restored]), actor));
  const reopened = needs.filter(({ needId }) => restored.has(needId) && !closed.has(needId));
  await reopenShares(tx, reopened);
  await restoreStatuses(tx, reopened, actor);
  await settleOffers(
    tx,
    reopened.filter(({ statusBefore }) => statusBefore === 'offered' || statusBefore === 'in_progress'),
    actor,
  );
  return restored;
}

/**
 * Those of the needs whose worker has left, or is no longer in the directory. One that was closed for that before stays
 * open: a person has reopened it in spite of that.
 */
async function needsOfLeavers(tx: TenantTransaction, needIds: readonly string[]): Promise<string[]> {
  const rows = await tx.execute<Array<{ id: string }>>(sql`
    select id from need where tenant_id = ${tx.tenantId} and id = any (${sqlArray(needIds)}::uuid[])
      and worker_id is not null and not exists (
        select from worker where worker.tenant_id = need.tenant_id and worker.id = need.worker_id and active
      ) and not exists (
        select from ${byKey('audit_entry', sql`tenant_id = need.tenant_id and subject_id = need.id::text`)}
        where subject_kind = 'need' and action = 'need.resolved' and after ->> 'reason' = ${LEFT}
      )`);
  return rows.map(({ id }) => id);
}

/**
 * Restores the status that open needs had before. Those whose draft is not under way any more stay open.
 * @param needs the open ones of an operation that is undone
 */
export async function restoreStatuses(
  tx: TenantTransaction,
  needs: ReadonlyArray<Pick<MovedBefore, 'needId' | 'statusBefore' | 'snoozedBefore'>>,
  actor: string,
): Promise<void> {
  for (const [status, events] of Object.entries(EVENTS_TO)) {
    const wasSo = needs.flatMap(({ needId, statusBefore }) => (statusBefore === status ? [needId] : []));
    const ids = status === 'authoring' ? await withDraft(tx, wasSo) : wasSo;
    for (const step of ids.length === 0 ? [] : events)
      await moveNeeds(tx, ids, { actor, event: step, reason: 'undone' });
  }
  for (const [until, slept] of Map.groupBy(needs, ({ snoozedBefore }) => snoozedBefore)) {
    if (until !== null)
      await moveNeeds(
        tx,
        slept.map(({ needId }) => needId),
        { actor, event: 'snooze', reason: 'undone', until: normalizeDayOrTime(until) },
      );
  }
}

/** The transaction that closed a need has closed the shares with the same time. */
async function reopenShares(tx: TenantTransaction, needs: readonly MovedBefore[]): Promise<void> {
  if (needs.length === 0) return;
  await tx.execute(sql`
    update need_person person set answered_at = null
    from jsonb_to_recordset(${JSON.stringify(needs)}::jsonb) as given ("needId" uuid, "closedAt" timestamptz)
    where person.tenant_id = ${anyTenant(tx.tenantId)} and person.need_id = given."needId"
      and person.answered_at = given."closedAt"`);
}

/** Applies to offers what happened while their needs were closed: people completed the course, or lost it. */
async function settleOffers(tx: TenantTransaction, needs: readonly MovedBefore[], actor: string): Promise<void> {
  if (needs.length === 0) return;
  const answered = await tx.execute<Array<{ needId: string }>>(sql`
    with completed as materialized (
      select person.need_id, person.worker_id, max(assignment.completed_at) as completed_at
      from jsonb_to_recordset(${JSON.stringify(needs)}::jsonb) as given ("needId" uuid, "closedAt" timestamptz)
        join need on need.tenant_id = ${anyTenant(tx.tenantId)} and need.id = given."needId"
        join need_person person
          on person.tenant_id = ${tx.tenantId} and person.need_id = need.id and person.answered_at is null
        cross join lateral
          ${byKey('assignment', sql`tenant_id = ${anyTenant(tx.tenantId)} and worker_id = person.worker_id`)}
      where assignment.course_id = need.offered_course_id and assignment.status = 'completed' and exists (
        -- Not when it was completed: that may have been before, and reported later.
        select from audit_entry where audit_entry.tenant_id = ${tx.tenantId} and subject_kind = 'assignment'
          and subject_id = assignment.id::text and action = 'assignment.completed'
          and audit_entry.id >= uuid_floor(given."closedAt")
      )
      group by person.need_id, person.worker_id
    ), answered as (
      update need_person person set answered_at = completed.completed_at from completed
      where person.tenant_id = ${tx.tenantId} and person.need_id = completed.need_id
        and person.worker_id = completed.worker_id
    )
    select distinct need_id as "needId" from completed`);
  await completeAnswered(
    tx,
    answered.map(({ needId }) => needId),
    actor,
  );
  const needIds = needs.map(({ needId }) => needId);
  const offered = await tx.find(Need, { id: { $in: needIds } }, { fields: ['id', 'offeredCourseId'], refresh: true });
  await returnToEarlierOffers(
    tx,
    offered.flatMap(({ id: needId, offeredCourseId }) =>
      typeof offeredCourseId === 'string' ? [{ needId, courseId: offeredCourseId, isShared: true }] : [],
    ),
  );
  await withdrawUnassigned(tx, needIds, { actor, reason: 'undone' });
}
