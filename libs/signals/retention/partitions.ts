import { sql } from '@mikro-orm/postgresql';
import type { Database } from '#platform/database';

/**
 * Creates the partitions of the current and the next months, and moves signals from the default partition into them.
 */
export async function createPartitions(database: Database): Promise<void> {
  await database.asOperator((tx) => tx.execute(sql`select ensure_signal_partitions()`));
}

/** Creates the partition of the class `months` for the month of a signal's id, if it does not exist. */
export async function createPartitionFor(database: Database, months: number, id: string): Promise<void> {
  await database.asOperator((tx) => tx.execute(sql`select ensure_signal_partition(${months}, uuid_time(${id}))`));
}

/**
 * Drops the partitions whose signals have all expired, each in its own transaction. A partition that is being read is
 * left for the next run, since waiting for its lock would block the recording of signals.
 * @returns the names of the dropped partitions
 */
export async function dropExpiredPartitions(database: Database): Promise<string[]> {
  const dropped: string[] = [];
  for (;;) {
    const [row] = await database.asOperator((tx) =>
      tx.execute<Array<{ name: string | null }>>(sql`select drop_expired_signal_partition() as name`),
    );
    if (row?.name === undefined || row.name === null) return dropped;
    dropped.push(row.name);
  }
}
