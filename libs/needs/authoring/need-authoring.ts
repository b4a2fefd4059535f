import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { topicIdentity } from '#catalog';
import { type SqlFragment, type TenantTransaction, afterCommit, notifyChange, sqlArray } from '#platform/database';
import { JobSender } from '#platform/queue';
import { ResolveNeeds } from '#signals';
import { lockTimeZoneShared } from '#tenancy';
import { withGapMembers } from '../gaps/gap-members.js';
import { lockGaps } from '../gaps/regroup.js';
import { type RefusedNeed, moveNeeds } from '../lifecycle/move-needs.js';
import { keepSnoozesOf } from '../lifecycle/moved-items.js';
import { withdrawNeeds } from '../lifecycle/withdraw-needs.js';
import { NeedChanges } from '../need-changes.js';
import { Need } from '../need.entity.js';
import { restoreStatuses } from '../offers/restore-needs.js';
import { PERSON } from './person.js';
import { returnedNeeds } from './returned-needs.js';

/** Needs that are taken back in one transaction: their sources wait that long to report again. */
const NEEDS_PER_STEP = 500;

/** More changed needs are not named to the processes. */
const MAX_NAMED = 200;

/** The status of the draft that is stored with the needs that have kept its id. */
const KEPT = 'failed';

/** The draft that needs wait for. */
interface DraftOfNeeds {
  /** UUID. */
  readonly id: string;
  readonly status: string;
}

/** A need that was snoozed before an operation sent it to a draft. */
interface SnoozedBefore {
  readonly needId: string;
  /** The day or the time until which it was. */
  readonly snoozedBefore: string;
}

/** A need that an operation sent to a draft. */
interface SentBefore {
  readonly needId: string;
  /** The day or the time until which it was snoozed before; null: it was not. */
  readonly snoozedBefore: string | null;
}

/** How many needs wait for a draft, and how many people these reach, each counted once. */
export interface DraftReach {
  readonly needs: number;
  readonly people: number;
}

/** Sends needs to a draft, and takes them back: for the library that drafts courses. */
@Injectable()
export class NeedAuthoring {
  constructor(
    private readonly changes: NeedChanges,
    private readonly jobs: JobSender,
  ) {}

  /**
   * Sends needs, and the others of their gaps that may be sent, to a draft.
   * @param operationId of the operation that sends them, whose undo restores their snoozes
   * @returns those of the needs in whose status that is not possible
   */
  async send(
    tx: TenantTransaction,
    needIds: readonly string[],
    { id: draftId, status: draftStatus }: DraftOfNeeds,
    actor: string,
    operationId: string | null = null,
  ): Promise<RefusedNeed[]> {
    await lockGaps(tx, needIds);
    const all = await withGapMembers(tx, needIds);
    if (operationId !== null) await keepSnoozesOf(tx, operationId, all);
    const { moved, refused } = await moveNeeds(tx, all, { actor, event: 'author' });
    const sent = moved.map(({ id }) => id);
    await tx.nativeUpdate(Need, { id: { $in: sent } }, { draftId, draftStatus, draftBlockedUntil: null });
    await this.changes.publish(tx, { needIds: sent });
    return refused.filter(({ id }) => needIds.includes(id));
  }

  /**
   * Sends the needs that have kept the id of a failed draft to it again, unless somebody has moved them meanwhile, or
   * their source has corrected their topic. Those that were not taken back yet wait for it still. Those that somebody
   * has snoozed keep their snooze, and the id.
   * @returns how many there are
   */
  async sendKept(tx: TenantTransaction, draft: DraftOfNeeds, topicKey: string, actor: string): Promise<number> {
    // Those that are not sent again must not count as kept when the draft fails again.
    await setDraft(
      tx,
      sql`draft_id = ${draft.id}::uuid and draft_status = ${KEPT} and status <> 'snoozed'`,
      sql`draft_status = ${draft.status}`,
    );
    const waiting = { status: 'authoring', recommendation: 'course' } as const;
    const found = await tx.find(
      Need,
      { draftId: draft.id, $or: [{ status: { $in: ['open', 'snoozed'] } }, waiting] },
      { fields: ['id', 'topic', 'status'] },
    );
    const kept = found.filter(({ topic }) => topicIdentity(topic ?? '') === topicKey);
    const needIds = kept.flatMap(({ id, status }) => (status === 'open' ? [id] : []));
    if (needIds.length > 0) await this.send(tx, needIds, draft, actor);
    return kept.length;
  }

  /**
   * Reports that the needs of a draft show its new status. They read it from the draft: to store it with each of them
   * would lock thousands, and their sources would wait.
   */
  async noteStatus(tx: TenantTransaction, draftId: string): Promise<void> {
    const rows = await tx.execute<Array<{ id: string }>>(sql`
      select id from need where tenant_id = ${tx.tenantId} and draft_id = ${draftId}::uuid limit ${MAX_NAMED + 1}`);
    await notifyChanged(
      tx,
      rows.map(({ id }) => id),
    );
  }

  /** Stores until when the draft of these needs waits for the plan's limit; null: it no longer waits. */
  async noteBlocked(tx: TenantTransaction, needIds: readonly string[], until: Date | null): Promise<void> {
    if (needIds.length === 0) return;
    await notifyChanged(tx, await setBlocked(tx, needIds, until?.toISOString() ?? null));
  }

  /**
   * Reopens the next needs that wait for a draft that has ended, and has them matched with the library. The status of
   * the draft that is stored with a need is the one in which it was sent, until it is taken back.
   * @param keepForced for a draft that may be retried: needs that were sent although a course answers them keep its id,
   * because no job finds them by their topic
   * @param only the needs to reopen, UUIDs; null: any
   * @returns whether more may remain
   */
  async takeBack(
    tx: TenantTransaction,
    { id, status }: DraftOfNeeds,
    { keepForced, ...why }: { readonly actor: string; readonly reason: string; readonly keepForced: boolean },
    only: readonly string[] | null = null,
  ): Promise<boolean> {
    const isWanted = only === null ? sql`true` : sql`id = any (${sqlArray(only)}::uuid[])`;
    const isKept = keepForced ? sql`status = 'authoring' and recommendation = 'course'` : sql`false`;
    const ifKept = (value: SqlFragment): SqlFragment => sql`case when ${isKept} then ${value} end`;
    const sent = await setDraft(
      tx,
      sql`draft_id = ${id}::uuid and draft_status is distinct from ${status} and ${isWanted}`,
      sql`draft_id = ${ifKept(sql`draft_id`)}, draft_status = ${ifKept(sql`${status}::text`)}`,
      NEEDS_PER_STEP,
    );
    await notifyChanged(tx, sent);
    const waiting = await tx.find(Need, { id: { $in: sent }, status: 'authoring' }, { fields: ['id'] });
    const needIds = await withdrawNeeds(
      tx,
      waiting.map((need) => need.id),
      why,
    );
    await this.changes.publish(tx, { needIds });
    const { tenantId } = tx;
    afterCommit(tx, () => void this.jobs.send(ResolveNeeds, [{ tenantId }]));
    return sent.length === NEEDS_PER_STEP;
  }

  /** Takes needs back from a draft that is being cancelled, and snoozes them again as they were before. */
  async snoozeAgain(tx: TenantTransaction, needs: readonly SnoozedBefore[], actor: string): Promise<void> {
    if (needs.length === 0) return;
    // The day of a snooze begins in the tenant's time zone.
    await lockTimeZoneShared(tx);
    const ids = needs.map(({ needId }) => needId);
    await setDraft(tx, sql`id = any (${sqlArray(ids)}::uuid[])`, sql`draft_id = null, draft_status = null`);
    const needIds = await withdrawNeeds(tx, ids, { actor, reason: 'undone' });
    const withdrawn = new Set(needIds);
    await restoreStatuses(
      tx,
      needs.flatMap((need) => (withdrawn.has(need.needId) ? [{ ...need, statusBefore: 'snoozed' as const }] : [])),
      actor,
    );
    await this.changes.publish(tx, { needIds });
    const { tenantId } = tx;
    afterCommit(tx, () => void this.jobs.send(ResolveNeeds, [{ tenantId }]));
  }

  /**
   * Snoozes needs again, as they were before an operation sent them to a draft, which has failed or was cancelled.
   * @param sentSince when the operation began
   * @returns those that are as they were before: the others were moved since
   */
  async restoreReturned(
    tx: TenantTransaction,
    needs: readonly SentBefore[],
    { actor, sentSince }: { readonly actor: string; readonly sentSince: Date },
  ): Promise<ReadonlySet<string>> {
    await lockTimeZoneShared(tx);
    const needIds = needs.map(({ needId }) => needId);
    // Before they are read: a person may be deciding about one of them.
    await lockGaps(tx, needIds);
    const returned = await returnedNeeds(tx, needIds, sentSince);
    const snoozed = needs.filter(({ needId, snoozedBefore }) => snoozedBefore !== null && returned.has(needId));
    await restoreStatuses(
      tx,
      snoozed.map((need) => ({ ...need, statusBefore: 'snoozed' })),
      actor,
    );
    await this.changes.publish(tx, { needIds: snoozed.map(({ needId }) => needId) });
    return returned;
  }
}

/** What needs show of their draft is in no entry of the audit log about them. */
async function notifyChanged(tx: TenantTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await notifyChange(tx, { tenantId: tx.tenantId, kind: 'need', action: 'changed', ids });
}

/** @returns the ids of those that showed something else */
async function setBlocked(tx: TenantTransaction, needIds: readonly string[], until: string | null): Promise<string[]> {
  const rows = await tx.execute<Array<{ id: string }>>(sql`
    with locked as materialized (
      select id from need where tenant_id = ${tx.tenantId} and id = any (${sqlArray(needIds)}::uuid[])
        and (status in ('open', 'snoozed') or ${until}::timestamptz is null)
          and draft_blocked_until is distinct from ${until}::timestamptz
      order by dedupe_key collate "C" for update
    )
    update need set draft_blocked_until = ${until}::timestamptz from locked
    where need.tenant_id = ${tx.tenantId} and need.id = locked.id returning need.id`);
  return rows.map(({ id }) => id);
}

/**
 * Sets columns of needs of a draft, which are locked in the order in which recording locks them.
 * @param which a condition
 * @param limit of their number; null: all
 * @returns their ids
 */
async function setDraft(
  tx: TenantTransaction,
  which: SqlFragment,
  columns: SqlFragment,
  limit: number | null = null,
): Promise<string[]> {
  const rows = await tx.execute<Array<{ id: string }>>(sql`
    with locked as materialized (
      select id from need where tenant_id = ${tx.tenantId} and ${which}
      order by dedupe_key collate "C" limit ${limit} for update
    )
    update need set ${columns} from locked where need.tenant_id = ${tx.tenantId} and need.id = locked.id
    returning need.id`);
  return rows.map(({ id }) => id);
}

/** The topics of the needs that wait for a draft, the most frequent first. */
export async function topicsOfDraft(tx: TenantTransaction, draftId: string, limit: number): Promise<string[]> {
  const rows = await tx.execute<Array<{ topic: string }>>(sql`
    select topic from need where tenant_id = ${tx.tenantId} and draft_id = ${draftId}::uuid and status = 'authoring'
    group by topic order by count(*) desc, topic limit ${limit}`);
  return rows.map(({ topic }) => topic);
}

/** How many open needs wait for each draft, and whom they reach. @returns by draft; those without needs are missing */
export async function reachOfDrafts(
  tx: TenantTransaction,
  draftIds: readonly string[],
): Promise<Map<string, DraftReach>> {
  const rows = await tx.execute<Array<DraftReach & { draftId: string }>>(sql`
    select need.draft_id as "draftId", count(distinct need.id)::integer as needs,
      count(distinct case when need.audience_kind = 'cohort' then need_person.worker_id::text
          else ${PERSON} end)::integer as people
    from need left join need_person on need.audience_kind = 'cohort' and need_person.tenant_id = need.tenant_id
      and need_person.need_id = need.id
    where need.tenant_id = ${tx.tenantId} and need.draft_id = any (${sqlArray(draftIds)}::uuid[])
      and need.status = 'authoring'
    group by need.draft_id`);
  return new Map(rows.map(({ draftId, needs, people }) => [draftId, { needs, people }]));
}
