import { sql } from '@mikro-orm/postgresql';
import type { Transaction } from '#platform/database';
import { Problem } from '#platform/errors';

/** The retention in months that a tenant can choose; `tenant.signal_retention_months` allows no others. */
export const SIGNAL_RETENTION_MONTHS = [1, 3, 6, 12, 24, 36, 84] as const;
export type SignalRetentionMonths = (typeof SIGNAL_RETENTION_MONTHS)[number];

/** SQLSTATE: a lock was not available within `lock_timeout`. */
const LOCK_NOT_AVAILABLE = '55P03';

/** The first tenant of a class needs partitions, which cannot be created while a long transaction reads all of them. */
class PartitionsLocked extends Problem {
  constructor() {
    super(503, 'partitions_locked', 'the tables of signals are locked, for example by a backup: retry later');
  }
}

/**
 * Creates the partitions of every class in use, including this tenant's: in the transaction that changes the setting,
 * so that the first signal of the new class finds its partition.
 * @throws PartitionsLocked
 */
export async function ensurePartitions(tx: Transaction): Promise<void> {
  await tx.flush();
  await tx.execute(sql`select ensure_signal_partitions()`).catch((error: unknown) => {
    throw isLocked(error) ? new PartitionsLocked() : error;
  });
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE;
}
