import type { Database } from '#platform/database';
import { SIGNAL_RETENTION_MONTHS } from '#tenancy';
import { makePartitionOf } from './partitions.js';

const SIGNALS_PER_BATCH = 2_000;
/** Before every UUIDv7. */
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** A tenant whose setting was changed, and the class to which its signals are to move. */
interface ChangedTenant {
  readonly id: string;
  readonly months: number;
}

/** The signals of one class from `first` on, as far as its month goes: one partition, on which a statement can be planned. */
interface Stretch {
  readonly first: string;
  readonly end: string;
}

/**
 * Moves signals that were recorded before their tenant's setting was changed to the class of the new one, with which they expire.
 * @param most moves no more than about so many
 * @param stop ends it between two batches
 * @returns how many it moved
 */
export async function moveSignals(database: Database, most: number, stop: AbortSignal): Promise<number> {
  let moved = 0;
  for (const tenant of await changedTenants(database)) {
    let finished = true;
    for (const from of SIGNAL_RETENTION_MONTHS.filter((months) => months !== tenant.months)) {
      let stretch = await nextStretch(database, tenant, from, FIRST_ID);
      while (stretch !== null) {
        if (moved >= most || stop.aborted) return moved;
        await makePartitionOf(database, tenant.months, stretch.first);
        const batch = await moveStretch(database, tenant, from, stretch);
        moved += batch.moved;
        finished &&= batch.last !== null;
        stretch = batch.last === null ? null : await nextStretch(database, tenant, from, batch.last);
      }
    }
    if (finished) await settle(database, tenant);
  }
  return moved;
}

function changedTenants(database: Database): Promise<ChangedTenant[]> {
  return database.asOperator([], (tx) =>
    tx.execute<ChangedTenant[]>(
      'select id, signal_retention_months as months from tenant where signal_retention_changed_at is not null order by signal_retention_changed_at',
    ),
  );
}

async function nextStretch(database: Database, { id }: ChangedTenant, from: number, after: string): Promise<Stretch | null> {
  const [stretch] = await database.inTenants([id], (tx) =>
    tx.execute<Stretch[]>(
      `select id as first, uuid_floor(date_add(date_trunc('month', uuid_time(id), 'UTC'), interval '1 month', 'UTC')) as end
       from signal where tenant_id = ? and retention_months = ? and id > ? order by id limit 1`,
      [id, from, after],
    ),
  );
  return stretch ?? null;
}

/** Moves the first signals of a stretch, and leaves to another worker what that one is moving. @returns the last one's id; null: none was free */
async function moveStretch(database: Database, { id, months }: ChangedTenant, from: number, { first, end }: Stretch): Promise<{ moved: number; last: string | null }> {
  const stretch = 'tenant_id = ? and retention_months = ? and id >= ? and id < ?';
  const values = [id, from, first, end];
  const [row] = await database.inTenants([id], (tx) =>
    tx.execute<Array<{ moved: number; last: string | null }>>(
      `with batch as materialized (
         select id from signal where ${stretch} order by id limit ${SIGNALS_PER_BATCH} for update skip locked
       ), moved as (
         update signal set retention_months = ? where ${stretch} and id in (select id from batch) returning id
       )
       select (select count(*) from moved)::int as moved, (select id from batch order by id desc limit 1) as last`,
      [...values, months, ...values],
    ),
  );
  return row ?? { moved: 0, last: null };
}

/** For an hour it is looked at again: a process that has not heard of the change yet may still record in the class of before. */
async function settle(database: Database, { id }: ChangedTenant): Promise<void> {
  await database.asOperator([], (tx) =>
    tx.execute(
      `update tenant set signal_retention_changed_at = null where id = ? and signal_retention_changed_at < now() - interval '1 hour'`,
      [id],
    ),
  );
}
