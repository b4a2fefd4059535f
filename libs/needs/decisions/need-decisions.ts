import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, afterCommit } from '#platform/database';
import { NotFound } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { Wakeups } from '#signals';
import { needView, readNeed } from '../inbox/need-rows.js';
import { NeedChanges } from '../need-changes.js';
import { Need } from '../need.entity.js';
import type { NeedView } from '../inbox/need.view.js';
import type { DismissBody, SnoozeBody } from './decisions.dto.js';
import { IllegalTransition, NeedRecurred } from '../lifecycle/lifecycle.errors.js';
import { type Move, moveNeeds } from '../lifecycle/move-needs.js';

/** Decisions of a person about one need. */
@Injectable()
export class NeedDecisions {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly wakeups: Wakeups,
    private readonly changes: NeedChanges,
  ) {}

  /** @throws NotFound, Stale, IllegalTransition */
  dismiss(id: string, { reason, note, until }: DismissBody, ifMatch: string | null): Promise<NeedView> {
    return this.move(id, ifMatch, {
      event: 'dismiss',
      reason,
      note: note ?? undefined,
      until: until ? new Date(until) : undefined,
    });
  }

  /** @throws NotFound, Stale, IllegalTransition */
  snooze(id: string, { until }: SnoozeBody, ifMatch: string | null): Promise<NeedView> {
    return this.move(id, ifMatch, { event: 'snooze', until: new Date(until) });
  }

  /** @throws NotFound, Stale, IllegalTransition, NeedRecurred */
  reopen(id: string, ifMatch: string | null): Promise<NeedView> {
    return this.move(id, ifMatch, { event: 'reopen' });
  }

  private move(id: string, ifMatch: string | null, move: Omit<Move, 'actor'>): Promise<NeedView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const need = await tx.findOne(Need, { id }, { fields: ['version'], lockMode: LockMode.PESSIMISTIC_WRITE });
      if (need === null) throw new NotFound('need');
      demandVersion(ifMatch, need.version);
      const {
        moved,
        refused: [refused],
      } = await moveNeeds(tx, [id], { ...move, actor });
      if (refused !== undefined)
        throw refused.recurredAs === null
          ? new IllegalTransition(refused.status, move.event)
          : new NeedRecurred(refused.recurredAs);
      await this.changes.publish(tx, { needIds: moved.map(({ id: movedId }) => movedId) });
      if (moved.some(({ to }) => to === 'open')) afterCommit(tx, () => this.wakeups.wake([tx.tenantId]));
      const row = await readNeed(tx, id);
      if (row === null) throw new NotFound('need');
      return needView(row);
    });
  }
}
