import { EntityManager, UniqueConstraintViolationException } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { TypeID } from 'typeid-js';
import { uuidv7 } from 'uuidv7';
import type { DataPoint } from '../data-point.js';
import { Need, Signal } from './entities.js';

export interface Recorded {
  readonly ok: true;
  readonly applied: true;
  readonly signalId?: string;
  readonly deduped: boolean;
}

const MAX_ATTEMPTS = 5;

/** Find, change, flush: a unit of work a request, in a transaction with the tenant's scope. */
@Injectable()
export class WebhookService {
  constructor(private readonly entityManager: EntityManager) {}

  /** Two concurrent requests create the same need: the second one finds it when it retries. */
  async record(tenantId: string, point: DataPoint, raw: object): Promise<Recorded> {
    for (let left = MAX_ATTEMPTS; ; left--) {
      try {
        return await this.recordOnce(tenantId, point, raw);
      } catch (error) {
        if (!(error instanceof UniqueConstraintViolationException) || left === 0) throw error;
      }
    }
  }

  private async recordOnce(tenantId: string, point: DataPoint, raw: object): Promise<Recorded> {
    const em = this.entityManager.fork();
    em.setSessionContext({ variables: { 'app.tenant_id': tenantId } });
    return em.transactional(async (tx) => {
      const now = new Date();
      const open = await tx.findOne(Need, { tenantId, dedupeKey: point.dedupeKey, closedAt: null });
      if (open !== null) {
        open.severity = Math.max(open.severity, point.severity);
        open.topic = point.topic ?? open.topic;
        open.category = point.category ?? open.category;
        open.signalCount++;
        open.lastSeenAt = now;
      }
      const audienceKind = (point.externalWorkerId ?? point.email) ? 'worker' : 'cohort';
      const need =
        open ??
        tx.create(Need, {
          ...point,
          tenantId,
          id: uuidv7(),
          audienceKind,
          firstSeenAt: now,
          lastSeenAt: now,
          unresolvedSince: now,
        });
      const outcome = open === null ? 'created' : 'joined';
      const signal = tx.create(Signal, {
        tenantId,
        id: uuidv7(),
        retentionMonths: 12,
        needId: need.id,
        type: point.type,
        dedupeKey: point.dedupeKey,
        outcome,
        raw,
      });
      return open === null
        ? { ok: true, applied: true, signalId: TypeID.fromUUID('sig', signal.id).toString(), deduped: false }
        : { ok: true, applied: true, deduped: true };
    });
  }
}
