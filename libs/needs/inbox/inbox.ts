import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type TenantTransaction, ids, isoTime, sqlArray } from '#platform/database';
import { NotFound } from '#platform/errors';
import { fitting } from '#platform/http';
import { jsonFields, parseExactly } from '#platform/json';
import { type SignalOutcome, oldestKept } from '#signals';
import { withPublicIds } from '#tenancy';
import { assignmentsOf } from '../assignments/assignment-reader.js';
import { type NeedRow, needView, readNeed } from './need-rows.js';
import { completeView } from './complete-views.js';
import type { NeedDetail, NeedHistory, NeedPage, NeedSignal, NeedsCount } from './need.view.js';
import type { NeedsCountQuery, NeedsQuery } from './needs.query.js';
import { countRows, readPage } from './page/read-page.js';

const TIMELINE = 100;

/** Reads the inbox. */
@Injectable()
export class Inbox {
  constructor(private readonly database: Database) {}

  list(query: NeedsQuery): Promise<NeedPage> {
    return this.database.inTenant((tx) => readPage(tx, query));
  }

  count(query: NeedsCountQuery): Promise<NeedsCount> {
    return this.database.inTenant((tx) => countRows(tx, query));
  }

  /** @throws NotFound */
  detail(id: string): Promise<NeedDetail> {
    return this.database.inTenant(async (tx) => {
      const row = await readNeed(tx, id);
      if (row === null) throw new NotFound('need');
      return {
        ...(await completeView(tx, needView(row))),
        signals: await timeline(tx, row),
        ...(await assignmentsOf(tx, id)),
        history: await history(tx, id),
      };
    });
  }
}

/**
 * The latest signals, fewer if their events are large. Reads only the months since the need's first signal, and only
 * signals within the tenant's retention.
 */
async function timeline(tx: TenantTransaction, need: NeedRow): Promise<NeedSignal[]> {
  const oldest = await oldestKept(tx, need.first_seen_at);
  const found = await tx.execute<Array<{ id: string; bytes: number }>>(
    sql`select id, octet_length(raw::text) as bytes from signal
      where tenant_id = ${tx.tenantId} and need_id = ${need.id} and id >= ${oldest}
        order by id desc limit ${TIMELINE}`,
  );
  const shown = found
    .slice(
      0,
      fitting(
        found.map(({ bytes }) => bytes),
        TIMELINE,
      ),
    )
    .map(({ id }) => id);
  const rows = await tx.execute<
    Array<{ id: string; type: string; outcome: SignalOutcome; raw: string; received_at: string }>
  >(
    sql`select id, type, outcome, raw::text as raw, uuid_time(id) as received_at from signal
      where tenant_id = ${tx.tenantId} and id = any (${sqlArray(shown)}::uuid[]) order by id desc`,
  );
  return rows.map(({ id, type, outcome, raw, received_at: receivedAt }) => ({
    id: ids.show('sig', id),
    type,
    outcome,
    receivedAt: isoTime(receivedAt),
    event: jsonFields(parseExactly(raw)),
  }));
}

async function history(tx: TenantTransaction, needId: string): Promise<NeedHistory[]> {
  const rows = await tx.execute<
    Array<{ at: string; actor: string; action: string; before: object | null; after: object | null }>
  >(
    sql`select uuid_time(id) as at, actor, action, before, after from audit_entry
     where tenant_id = ${tx.tenantId} and subject_kind = 'need' and subject_id = ${needId} order by id desc
     limit ${TIMELINE}`,
  );
  return rows.map(({ at, before, after, ...entry }) => ({
    ...entry,
    before: withPublicIds(before),
    after: withPublicIds(after),
    at: isoTime(at),
  }));
}
