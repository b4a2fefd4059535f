import { sql } from '@mikro-orm/postgresql';
import type { Transaction } from './transaction.js';

/**
 * Options of a connection that changes the schema. A statement that waits for the lock of a table makes all later
 * requests for that table wait behind it: the limit is short enough that they are answered.
 */
export const MIGRATION_LOCKS = { lock_timeout: 1_000 } as const;

/**
 * Limits how long the transaction waits for each lock: background work on one tenant must not wait for its locks while
 * others have their turn. A statement that exceeds the limit fails with `LockedOut`.
 */
export async function limitLockWaits(tx: Transaction, milliseconds: number): Promise<void> {
  await tx.execute(sql`select set_config('lock_timeout', ${String(milliseconds)}, true)`);
}
