import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, anyTenant, ids, sqlArray } from '#platform/database';
import type { DismissReason } from '../dismiss-reasons.js';
import type { Dismissal } from './need.view.js';

interface Row {
  readonly id: string;
  readonly reason: DismissReason | null;
  readonly note: string | null;
  readonly until: string | null;
}

/**
 * Why each dismissed need was dismissed, from the latest entry of its history.
 * @param needIds UUIDs of dismissed needs
 * @returns by the id (`need_…`)
 */
export async function dismissalsOf(
  tx: TenantTransaction,
  needIds: readonly string[],
): Promise<ReadonlyMap<string, Dismissal>> {
  if (needIds.length === 0) return new Map();
  const rows = await tx.execute<Row[]>(sql`
    select given.id, entry.after ->> 'reason' as reason, entry.after ->> 'note' as note,
      entry.after ->> 'until' as until
    from unnest(${sqlArray(needIds)}::uuid[]) as given (id) cross join lateral (
      select after from audit_entry where audit_entry.tenant_id = ${anyTenant(tx.tenantId)} and subject_kind = 'need'
        and subject_id = given.id::text and action = 'need.dismissed' order by audit_entry.id desc limit 1
    ) as entry`);
  return new Map(
    rows.map(({ id, reason, note, until }) => [ids.show('need', id), { reason: reason ?? 'other', note, until }]),
  );
}
