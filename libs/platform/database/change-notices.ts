import { sql } from '@mikro-orm/postgresql';
import type { Transaction } from './database.js';

/**
 * Channel on which every process hears what changed in a tenant; a trigger on `audit_entry` tells it of every audited
 * change.
 */
export const CHANGE_CHANNEL = 'changed';

/** PostgreSQL's notifications hold less than 8,000 bytes. */
const MAX_IDS = 200;

/** Things of a tenant that changed: their kind, as the audit log names it, and which. */
export interface ChangeNotice {
  readonly tenantId: string;
  readonly kind: string;
  /** What happened to them, as the audit log's action ends: `created`, `dismissed`. */
  readonly action: string;
  /** As the audit log names them; null: many, or nobody knows which. */
  readonly ids: readonly string[] | null;
}

/**
 * Tells every process, when the transaction commits, of a change that is not in the audit log because no person and no
 * source made it.
 */
export async function notifyChange(
  tx: Transaction,
  { tenantId, kind, action: told, ids }: ChangeNotice,
): Promise<void> {
  const named = ids === null || ids.length > MAX_IDS ? '' : ids.join(',');
  const payload = `${tenantId} ${kind} ${told} ${named}`;
  await tx.execute(sql`select pg_notify(${CHANGE_CHANNEL}, ${payload})`);
}

/** Reads back what {@link notifyChange} and the trigger wrote. */
export function parseChangeNotice(payload: string): ChangeNotice {
  const [tenantId = '', kind = '', told = '', ...rest] = payload.split(' ');
  const named = rest.join(' ');
  return { tenantId, kind, action: told, ids: named === '' ? null : named.split(',') };
}
