import { sql } from '@mikro-orm/postgresql';
import type { Transaction } from './transaction.js';
import { sqlArray } from './sql-array.js';

/**
 * The channel on which every process receives the changes of tenants. A trigger on `audit_entry` notifies it of every
 * audited change.
 */
export const CHANGE_CHANNEL = 'changed';

/** The payload of a PostgreSQL notification is limited to 8,000 bytes. */
const MAX_IDS = 200;

/** Rows of one kind that changed in a tenant. */
export interface ChangeNotice {
  readonly tenantId: string;
  readonly kind: string;
  /** The last part of the audit log's action: `created`, `dismissed`. */
  readonly action: string;
  /** Their ids, as in the audit log; null: too many, or unknown. */
  readonly ids: readonly string[] | null;
}

/**
 * Notifies every process, when the transaction commits, of a change that is not in the audit log because neither a
 * person nor a source system made it.
 */
export async function notifyChange(tx: Transaction, notice: ChangeNotice): Promise<void> {
  await notifyChanges(tx, [notice]);
}

/** As {@link notifyChange}, of several changes, which may be of several tenants. */
export async function notifyChanges(tx: Transaction, notices: readonly ChangeNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const payloads = sqlArray(notices.map(payloadOf));
  await tx.execute(
    sql`select pg_notify(${CHANGE_CHANNEL}, payload) from unnest(${payloads}::text[]) as notice (payload)`,
  );
}

function payloadOf({ tenantId, kind, action, ids }: ChangeNotice): string {
  const named = ids === null || ids.length > MAX_IDS ? '' : ids.join(',');
  return `${tenantId} ${kind} ${action} ${named}`;
}

/** Parses a payload written by {@link notifyChange} or the trigger. */
export function parseChangeNotice(payload: string): ChangeNotice {
  const [tenantId = '', kind = '', action = '', ...rest] = payload.split(' ');
  const named = rest.join(' ');
  return { tenantId, kind, action, ids: named === '' ? null : named.split(',') };
}
