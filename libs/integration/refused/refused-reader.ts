import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, ids, isoTime } from '#platform/database';
import { KEPT_SINCE } from './kept-since.js';
import { RefusedEvents } from './refused-events.js';
import type { RefusedField, RefusedSignals } from './refused.view.js';

interface EventRow {
  readonly id: string;
  readonly at: string;
  readonly code: string;
  readonly errors: RefusedField[];
  readonly excerpt: string | null;
}

/** Reads what the webhook refused. */
@Injectable()
export class RefusedReader {
  constructor(
    private readonly database: Database,
    private readonly refused: RefusedEvents,
  ) {}

  async read(): Promise<RefusedSignals> {
    // What this process has just refused is shown at once.
    await this.refused.store();
    return this.database.inTenant(async (tx) => {
      const counts = await tx.execute<Array<{ hour: string; requests: number }>>(sql`
        select hour, requests from refused_count where tenant_id = ${tx.tenantId} and hour >= ${KEPT_SINCE}
        order by hour desc`);
      const events = await tx.execute<EventRow[]>(sql`
        select id, uuid_time(id) as at, code, errors, excerpt from refused_event
        where tenant_id = ${tx.tenantId} and id >= uuid_floor(${KEPT_SINCE}) order by id desc limit 200`);
      return {
        unsigned: counts.map(({ hour, requests }) => ({ hour: isoTime(hour), requests })),
        items: events.map(({ id, at, ...event }) => ({ id: ids.show('rfs', id), at: isoTime(at), ...event })),
      };
    });
  }
}
