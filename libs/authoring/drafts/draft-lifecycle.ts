import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { NeedAuthoring } from '#needs';
import { type TenantTransaction, afterCommit } from '#platform/database';
import { NotFound } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { JobSender } from '#platform/queue';
import { audit } from '#tenancy';
import { release } from '../metering/meter.js';
import { Draft } from './draft.entity.js';
import { IllegalDraftMove } from './draft.errors.js';
import { type DraftEvent, type DraftStatus, RESERVED, UNDER_WAY, statusAfter } from './draft.transitions.js';
import { ReopenNeeds } from './reopen-needs.job.js';

interface Move {
  readonly event: DraftEvent;
  readonly actor: string;
  /** For the audit log. */
  readonly after?: object;
}

/** A need that may wait for a draft. */
interface WaitingNeed {
  readonly id: string;
  readonly status: string;
  readonly draftId?: string | null | undefined;
}

/** @throws NotFound, Stale */
export async function lockDraft(tx: TenantTransaction, id: string, ifMatch: string | null = null): Promise<Draft> {
  const draft = await tx.findOne(Draft, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (draft === null) throw new NotFound('draft');
  demandVersion(ifMatch, draft.version);
  return draft;
}

/** @returns the status after the event @throws IllegalDraftMove */
export function demandMove({ status }: Draft, event: DraftEvent): DraftStatus {
  const next = statusAfter(status, event);
  if (next === null) throw new IllegalDraftMove(status, event);
  return next;
}

/** Moves drafts from status to status, and their needs and reservations with them. */
@Injectable()
export class DraftLifecycle {
  constructor(
    private readonly needs: NeedAuthoring,
    private readonly jobs: JobSender,
  ) {}

  /** Changes the status of a locked draft, which its needs show, and audits it. @throws IllegalDraftMove */
  async move(tx: TenantTransaction, draft: Draft, move: Move): Promise<void> {
    const before = draft.status;
    await changeStatus(tx, draft, move);
    if (draft.status !== before) await this.needs.noteStatus(tx, draft.id);
  }

  /**
   * Ends a locked draft, as {@link move} does, and reopens its needs: at once as many as {@link reopenNext} does, the
   * others by a job.
   * @throws IllegalDraftMove
   */
  async end(tx: TenantTransaction, draft: Draft, move: Move): Promise<void> {
    draft.reviewDueSince = null;
    await changeStatus(tx, draft, move);
    await this.reopenNext(tx, draft, move.actor);
  }

  /**
   * Reopens the next needs of a locked draft that has ended.
   * @param actor who has ended it
   */
  async reopenNext(tx: TenantTransaction, draft: Draft, actor: string): Promise<void> {
    const { id } = draft;
    const hasMore = await this.needs.takeBack(tx, draft, reopening(draft, actor));
    const endedBy = hasMore ? actor : null;
    // Not by the entity: `updatedAt` stays the time at which the draft ended.
    if ((draft.endedBy ?? null) !== endedBy) await tx.nativeUpdate(Draft, { id }, { endedBy });
    const { tenantId } = tx;
    if (hasMore) afterCommit(tx, () => void this.jobs.send(ReopenNeeds, [{ tenantId }]));
  }

  /** Reopens those of the needs that wait for a draft that has ended, before the job does. */
  async reopenWaiting(tx: TenantTransaction, needs: readonly WaitingNeed[], actor: string): Promise<void> {
    const waiting = needs.filter(({ status }) => status === 'authoring');
    const draftIds = [...new Set(waiting.flatMap(({ draftId }) => draftId ?? []))];
    if (draftIds.length === 0) return;
    for (const draft of await tx.find(Draft, { id: { $in: draftIds }, status: { $nin: [...UNDER_WAY] } })) {
      const needIds = waiting.flatMap(({ id, draftId }) => (draftId === draft.id ? [id] : []));
      await this.needs.takeBack(tx, draft, reopening(draft, actor), needIds);
    }
  }

  /** Ends a locked draft without a course, and gives its reservation back. @throws IllegalDraftMove */
  async giveUp(tx: TenantTransaction, draft: Draft, move: Move): Promise<void> {
    demandMove(draft, move.event);
    if (RESERVED.includes(draft.status)) {
      const { id: draftId, month, estimatedTokens: tokens } = draft;
      await release(tx, { draftId, month, tokens }, draft.spentTokens);
      // A cancelled draft keeps the lease of the step under way, by which the tokens of its call are charged.
      tx.assign(draft, { nextAttemptAt: null, ...(move.event === 'fail' ? { lease: null } : {}) });
    }
    await this.end(tx, draft, move);
  }
}

/** Why the needs of a draft that has ended are reopened. */
function reopening({ status }: Draft, actor: string): Parameters<NeedAuthoring['takeBack']>[2] {
  return { actor, reason: `draft_${status}`, keepForced: status === 'failed' };
}

/** @throws IllegalDraftMove */
async function changeStatus(tx: TenantTransaction, draft: Draft, { event, actor, after }: Move): Promise<void> {
  const status = demandMove(draft, event);
  const before = { status: draft.status };
  tx.assign(draft, { status, version: draft.version + 1 });
  const subject = { kind: 'draft', id: draft.id };
  audit(tx, { actor, action: `draft.${ACTIONS[event]}`, subject, before, after: { status, ...after } });
  await tx.flush();
}

/** Past participles, for the audit log. */
const ACTIONS: Readonly<Record<DraftEvent, string>> = {
  begin: 'begun',
  finish: 'finished',
  fail: 'failed',
  edit: 'edited',
  submit: 'submitted',
  approve: 'approved',
  reject: 'rejected',
  publish: 'published',
  cancel: 'cancelled',
  retry: 'retried',
};
