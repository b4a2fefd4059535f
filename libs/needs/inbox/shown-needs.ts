import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, sqlArray } from '#platform/database';
import { NotFound } from '#platform/errors';
import { completeView, completeViews } from './complete-views.js';
import { NEED_COLUMNS, NEED_JOINS, type NeedRow, needView, readNeed } from './need-rows.js';
import type { NeedView } from './need.view.js';

/** Needs of the tenant by their UUIDs, as the inbox shows them; unknown ids are omitted. */
export async function shownNeeds(tx: TenantTransaction, needIds: readonly string[]): Promise<Map<string, NeedView>> {
  if (needIds.length === 0) return new Map();
  const rows = await tx.execute<NeedRow[]>(
    sql`select ${NEED_COLUMNS} from need ${NEED_JOINS} where need.tenant_id = ${tx.tenantId}
      and need.id = any (${sqlArray(needIds)}::uuid[])`,
  );
  const views = await completeViews(tx, rows.map(needView));
  return new Map(views.map((view, index) => [rows[index]?.id ?? '', view]));
}

/** A need, as the inbox shows it. @throws NotFound */
export async function shownNeed(tx: TenantTransaction, id: string): Promise<NeedView> {
  const row = await readNeed(tx, id);
  if (row === null) throw new NotFound('need');
  return completeView(tx, needView(row));
}
