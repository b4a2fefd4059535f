import { Injectable } from '@nestjs/common';
import { Database, ids, isoTime } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/http';
import type { SignalPage, SignalView, SignalsQuery } from './delivery-log.dto.js';

interface SignalRow {
  readonly id: string;
  readonly received_at: string;
  readonly type: string;
  readonly dedupe_key: string;
  readonly deduped: boolean;
  readonly need_id: string;
  readonly resolved_at: string | null;
  readonly raw: object;
}

const SELECT = `
  select signal.id, uuid_extract_timestamp(signal.id) as received_at, signal.type, signal.dedupe_key, signal.deduped, signal.need_id, signal.raw,
    case when need.unresolved_since is null then need.resolved_at end as resolved_at
  from signal left join need on need.tenant_id = signal.tenant_id and need.id = signal.need_id`;

/** Every signal that was answered 200, newest first. */
@Injectable()
export class DeliveryLog {
  constructor(private readonly database: Database) {}

  list({ cursor, limit, type, outcome }: SignalsQuery): Promise<SignalPage> {
    const [before] = decodeCursor(cursor, ['uuid']) ?? [null];
    return this.database.inTenant(async (tx, tenantId) => {
      const rows = await tx.execute<SignalRow[]>(
        `${SELECT} where signal.tenant_id = ? and (?::uuid is null or signal.id < ?::uuid)
           and (?::text is null or signal.type = ?) and (?::boolean is null or signal.deduped = ?) order by signal.id desc limit ?`,
        [tenantId, before, before, type ?? null, type ?? null, isJoined(outcome), isJoined(outcome), limit + 1],
      );
      return pageOf(rows, limit, view, ({ id }) => [id]);
    });
  }

  /** @throws NotFound */
  detail(id: string): Promise<SignalView> {
    return this.database.inTenant(async (tx, tenantId) => {
      const [row] = await tx.execute<SignalRow[]>(`${SELECT} where signal.tenant_id = ? and signal.id = ?`, [tenantId, id]);
      if (row === undefined) throw new NotFound('signal');
      return view(row);
    });
  }
}

function isJoined(outcome: SignalsQuery['outcome']): boolean | null {
  return outcome === undefined ? null : outcome === 'joined';
}

function view(row: SignalRow): SignalView {
  return {
    id: ids.show('sig', row.id),
    receivedAt: isoTime(row.received_at),
    type: row.type,
    dedupeKey: row.dedupe_key,
    outcome: row.deduped ? 'joined' : 'created',
    needId: ids.show('need', row.need_id),
    resolvedAt: row.resolved_at === null ? null : isoTime(row.resolved_at),
    event: row.raw,
  };
}
