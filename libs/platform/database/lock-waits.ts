import { sql } from '@mikro-orm/postgresql';
import type { Transaction } from './transaction.js';

/**
 * Limits how long the transaction waits for each lock: background work on one tenant must not wait for its locks while
 * others have their turn. A statement that exceeds the limit fails with `LockedOut`.
 */
export async function limitLockWaits(tx: Transaction, milliseconds: number): Promise<void> {
  await tx.execute(sql`select set_config('lock_timeout', ${String(milliseconds)}, true)`);
}
