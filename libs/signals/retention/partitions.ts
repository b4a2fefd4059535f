import { sql } from '@mikro-orm/postgresql';
import type { Database } from '#platform/database';

/**
 * Makes the partitions of this and the coming months, and sorts what came outside of them into partitions of its
 * months.
 */
export async function createPartitions(database: Database): Promise<void> {
  await database.asOperator((tx) => tx.execute(sql`select ensure_signal_partitions()`));
}

/** Makes the partition of `months`' class for the month of a signal's id, where it is not there. */
export async function createPartitionFor(database: Database, months: number, id: string): Promise<void> {
  await database.asOperator((tx) => tx.execute(sql`select ensure_signal_partition(${months}, uuid_time(${id}))`));
}

/**
 * Drops the partitions whose signals are all past their time, each in a transaction of its own. One that somebody is
 * reading is left for the next time, since whoever waits for its lock makes the recording of signals wait as well.
 * @returns their names
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
