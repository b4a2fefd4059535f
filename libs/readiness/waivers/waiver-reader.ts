import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { idsOfWorker } from '#directory';
import { Database, type SqlFragment, type TenantTransaction, joinSql } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/http';
import type { WaiversQuery } from './waiver.dto.js';
import { SELECT_WAIVERS, type WaiverPage, type WaiverRow, type WaiverView, waiverView } from './waiver.view.js';

/** Lists waivers. */
@Injectable()
export class WaiverReader {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  list(query: WaiversQuery): Promise<WaiverPage> {
    return this.database.inTenant(async (tx) => {
      const rows = await tx.execute<WaiverRow[]>(sql`
        ${SELECT_WAIVERS} where ${joinSql(conditionsOf(tx.tenantId, query), ' and ')}
        order by waiver.id desc limit ${query.limit + 1}`);
      return pageOf(rows, query.limit, waiverView, ({ id }) => [id]);
    });
  }
}

/** @throws NotFound */
export async function readWaiver(tx: TenantTransaction, id: string): Promise<WaiverView> {
  const [row] = await tx.execute<WaiverRow[]>(
    sql`${SELECT_WAIVERS} where waiver.tenant_id = ${tx.tenantId} and waiver.id = ${id}`,
  );
  if (row === undefined) throw new NotFound('waiver');
  return waiverView(row);
}

function conditionsOf(tenantId: string, { cursor, worker, active }: WaiversQuery): SqlFragment[] {
  const [before] = decodeCursor(cursor, ['uuid']) ?? [null];
  const conditions = [sql`waiver.tenant_id = ${tenantId}`];
  if (before !== null) conditions.push(sql`waiver.id < ${before}::uuid`);
  if (worker !== undefined) conditions.push(sql`waiver.worker_id = any (array(${idsOfWorker(tenantId, worker)}))`);
  if (active !== undefined) conditions.push(active === 'true' ? sql`waiver.until > now()` : sql`waiver.until <= now()`);
  return conditions;
}
