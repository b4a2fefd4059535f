import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction, ids, isoTime } from '#platform/database';
import { NotFound } from '#platform/errors';
import { audit } from '#tenancy';
import { oldestKept } from '../retention/oldest-kept.js';
import { Signal } from './signal.entity.js';

type Listener = (tx: TenantTransaction, needId: string) => Promise<void>;

/**
 * Supports replays of stored events, which are recorded as if their source had sent them again: reads the event, and
 * publishes the replay to libraries that depend on this one. The caller, which knows the connector API, parses the
 * event.
 */
@Injectable()
export class Replays {
  private readonly listeners: Listener[] = [];

  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
  ) {}

  /**
   * @param listener runs in the transaction that publishes the replay, with the need that the event created, joined or
   *   closed
   */
  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }

  /**
   * The event of a signal: its JSON text, as PostgreSQL writes it, and when the event (or the completion that it
   * reports) was received for the first time.
   * @throws NotFound
   */
  eventOf(signalId: string): Promise<{ raw: string; firstReceivedAt: Date }> {
    return this.database.inTenant(async (tx) => {
      const [row] = await tx.execute<Array<{ raw: string; firstReceivedAt: string }>>(
        sql`select raw::text as raw, coalesce(completed_at, uuid_time(signal.id)) as "firstReceivedAt" from signal
          left join completion_signal completion using (tenant_id, id)
            where tenant_id = ${tx.tenantId} and id = ${signalId} and id >= ${await oldestKept(tx)}`,
      );
      if (row === undefined) throw new NotFound('signal');
      return { raw: row.raw, firstReceivedAt: new Date(isoTime(row.firstReceivedAt)) };
    });
  }

  /**
   * Publishes that the event of a signal was recorded again: to the audit log and to the listeners.
   * @param recordedId the signal that the replay was recorded as
   * @returns the id of its need; null: none was open
   */
  publish(signalId: string, recordedId: string): Promise<string | null> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const signal = await tx.findOne(Signal, { id: recordedId }, { fields: ['needId'] });
      const needId = signal?.needId ?? null;
      if (needId !== null) for (const listener of this.listeners) await listener(tx, needId);
      const after = { signalId: ids.show('sig', recordedId), needId: needId && ids.show('need', needId) };
      audit(tx, {
        actor,
        action: 'signal.replayed',
        subject: { kind: 'signal', id: ids.show('sig', signalId) },
        after,
      });
      return needId;
    });
  }
}
