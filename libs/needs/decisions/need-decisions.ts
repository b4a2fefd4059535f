import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { beginOperation, endOperation } from '#operations';
import { Database, RequestScope, type TenantTransaction, afterCommit, ids, sqlArray } from '#platform/database';
import { Wakeups } from '#signals';
import { audit } from '#tenancy';
import { snoozes, storeMoved } from '../lifecycle/moved-items.js';
import { withGapMembers } from '../gaps/gap-members.js';
import { lockGaps, regroup } from '../gaps/regroup.js';
import { shownNeed } from '../inbox/shown-needs.js';
import { NeedChanges } from '../need-changes.js';
import { lockNeed } from './lock-need.js';
import { Need } from '../need.entity.js';
import type { NeedView } from '../inbox/need.view.js';
import type { DecidedNeed } from './decided-need.view.js';
import type { DismissBody, SnoozeBody } from './decisions.dto.js';
import { IllegalTransition, NeedRecurred } from '../lifecycle/lifecycle.errors.js';
import { type Move, type MovedNeed, moveNeeds } from '../lifecycle/move-needs.js';
import { readUntil } from '../lifecycle/read-until.js';

/** Decisions of a person about one need. */
@Injectable()
export class NeedDecisions {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly wakeups: Wakeups,
    private readonly changes: NeedChanges,
  ) {}

  /** @throws NotFound, Stale, IllegalTransition, Invalid naming `until` */
  dismiss(id: string, { reason, note, until }: DismissBody, ifMatch: string | null): Promise<DecidedNeed> {
    return this.decide(id, ifMatch, { event: 'dismiss', reason, note: note ?? undefined, until: until ?? undefined });
  }

  /** @throws NotFound, Stale, IllegalTransition, Invalid naming `until` */
  snooze(id: string, { until }: SnoozeBody, ifMatch: string | null): Promise<DecidedNeed> {
    return this.decide(id, ifMatch, { event: 'snooze', until });
  }

  /** @throws NotFound, Stale, IllegalTransition, NeedRecurred */
  async reopen(id: string, ifMatch: string | null): Promise<NeedView> {
    const reopen = (): Promise<NeedView> => this.reopenOnce(id, ifMatch);
    try {
      return await reopen();
    } catch (error) {
      // A signal has just raised another need with the key, which the next attempt finds.
      if (error instanceof UniqueConstraintViolationException) return reopen();
      throw error;
    }
  }

  /** Takes a need out of its gap: it is a row by itself, and actions on the others leave it. @throws NotFound, Stale */
  ungroup(id: string, ifMatch: string | null): Promise<NeedView> {
    return this.setApart(id, ifMatch, true);
  }

  /** Puts a need back into its gap. @throws NotFound, Stale */
  group(id: string, ifMatch: string | null): Promise<NeedView> {
    return this.setApart(id, ifMatch, false);
  }

  private setApart(id: string, ifMatch: string | null, apart: boolean): Promise<NeedView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      await lockGaps(tx, [id]);
      const need = await lockNeed(tx, id, ifMatch);
      if (need.apart !== apart) {
        await tx.nativeUpdate(Need, { id }, { apart, version: need.version + 1 });
        audit(tx, {
          actor,
          action: apart ? 'need.ungrouped' : 'need.grouped',
          subject: { kind: 'need', id },
          before: { grouped: apart },
          after: { grouped: !apart },
        });
        // Read again: while this waited for the locks, the need may have moved to another gap.
        await regroup(tx, await lockGaps(tx, [id]));
        await this.changes.publish(tx, { needIds: [id] });
      }
      return shownNeed(tx, id);
    });
  }

  /** Dismisses or snoozes a need, and the others of its gap that may move, as an operation that can be undone. */
  private decide(
    id: string,
    ifMatch: string | null,
    { event, ...why }: Pick<Move, 'reason' | 'note' | 'until'> & { readonly event: 'dismiss' | 'snooze' },
  ): Promise<DecidedNeed> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const until = why.until === undefined ? undefined : await readUntil(tx, why.until);
      await lockGaps(tx, [id]);
      await lockNeed(tx, id, ifMatch);
      const needIds = await withGapMembers(tx, [id]);
      const before = await snoozes(tx, needIds);
      const moved = await moveWith(tx, id, needIds, { actor, event, ...why, until });
      await this.changes.publish(tx, { needIds: moved.map((need) => need.id) });
      const operationId = await beginOperation(tx, {
        kind: event,
        input: { ...why, until },
        unit: 'needs',
        total: moved.length,
        actor,
        needIds: moved.map((need) => need.id),
      });
      await storeMoved(tx, operationId, moved, before);
      await endOperation(tx, operationId, { done: moved.length });
      return { ...(await shownNeed(tx, id)), operationId: ids.show('op', operationId) };
    });
  }

  private reopenOnce(id: string, ifMatch: string | null): Promise<NeedView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      await lockGaps(tx, [id]);
      await lockNeed(tx, id, ifMatch);
      const moved = await moveWith(tx, id, await withGapMembers(tx, [id]), { actor, event: 'reopen' });
      await forgetAnswers(
        tx,
        moved.flatMap((need) => (need.from === 'completed' ? [need.id] : [])),
      );
      await this.changes.publish(tx, { needIds: moved.map((need) => need.id) });
      afterCommit(tx, () => this.wakeups.wake([tx.tenantId]));
      return shownNeed(tx, id);
    });
  }
}

/**
 * Moves those needs of a gap that may move. A closed need is the only one of its gap.
 * @throws IllegalTransition, NeedRecurred if the need with `id` may not
 */
async function moveWith(
  tx: TenantTransaction,
  id: string,
  needIds: readonly string[],
  move: Move,
): Promise<MovedNeed[]> {
  const { moved, refused } = await moveNeeds(tx, needIds, move);
  const own = refused.find((need) => need.id === id);
  if (own === undefined) return moved;
  throw own.recurredAs === null ? new IllegalTransition(own.status, move.event) : new NeedRecurred(own.recurredAs);
}

/** Reopening completed needs: their people have to answer them again. */
async function forgetAnswers(tx: TenantTransaction, needIds: readonly string[]): Promise<void> {
  if (needIds.length === 0) return;
  await tx.execute(
    sql`update need_person set answered_at = null
        where tenant_id = ${tx.tenantId} and need_id = any (${sqlArray(needIds)}::uuid[])`,
  );
}
