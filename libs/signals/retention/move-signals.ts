import { sql } from '@mikro-orm/postgresql';
import { type Database, FIRST_ID } from '#platform/database';
import { inTurn } from '#platform/lifecycle';
import { SIGNAL_RETENTION_MONTHS, Tenant } from '#tenancy';
import { createPartitionFor } from './partitions.js';

const SIGNALS_PER_BATCH = 2_000;

/** A tenant with a changed retention setting, which is the class to which its signals move. */
type ChangedTenant = Pick<Tenant, 'id' | 'signalRetentionMonths'>;

/**
 * Signals of one class from `first` to the end of its month. They are in one partition, so that statements have a good
 * plan.
 */
interface IdRange {
  /** The months after which the signals expire. */
  readonly class: number;
  readonly first: string;
  readonly end: string;
}

interface Batch {
  readonly moved: number;
  /** The id up to which its class has moved; null: another worker is moving this tenant's signals. */
  readonly upTo: string | null;
}

/** What a round has moved. */
interface MovedSignals {
  readonly moved: number;
  /** False: signals may still be in the class of an earlier setting. */
  readonly isComplete: boolean;
}

/**
 * Moves signals that were recorded before a change of their tenant's retention setting to the class of the new setting.
 * @param limit the approximate maximum of moved signals
 * @param stop stops between two batches
 * @throws the first failure, after the turns of the other tenants
 */
export async function moveSignals(database: Database, limit: number, stop: AbortSignal): Promise<MovedSignals> {
  let moved = 0;
  let isComplete = true;
  const isOver = (): boolean => moved >= limit || stop.aborted;
  const moveAllOf = async (tenant: ChangedTenant): Promise<boolean> => {
    for await (const batch of batchesOf(database, tenant)) {
      moved += batch.moved;
      if (batch.upTo === null || isOver()) return false;
    }
    return true;
  };
  await inTurn(await changedTenants(database), async (tenant) => {
    if (!isOver() && (await moveAllOf(tenant))) await finishMove(database, tenant);
    else isComplete = false;
  });
  return { moved, isComplete };
}

function changedTenants(database: Database): Promise<ChangedTenant[]> {
  return database.asOperator((tx) =>
    tx.find(
      Tenant,
      { signalRetentionChangedAt: { $ne: null } },
      { fields: ['signalRetentionMonths'], orderBy: { signalRetentionChangedAt: 'asc' } },
    ),
  );
}

/** Moves a tenant's signals of all other classes. Each iteration moves one batch. */
async function* batchesOf(database: Database, tenant: ChangedTenant): AsyncGenerator<Batch> {
  for (const other of SIGNAL_RETENTION_MONTHS.filter((months) => months !== tenant.signalRetentionMonths)) {
    let after: string | null = FIRST_ID;
    while (after !== null) {
      const range = await nextRange(database, tenant, other, after);
      if (range === null) break;
      await createPartitionFor(database, tenant.signalRetentionMonths, range.first);
      const batch = await moveBatch(database, tenant, range);
      yield batch;
      after = batch.upTo;
    }
  }
}

async function nextRange(
  database: Database,
  { id }: ChangedTenant,
  months: number,
  after: string,
): Promise<IdRange | null> {
  const [range] = await database.asTenant(id, (tx) =>
    tx.execute<IdRange[]>(
      sql`select retention_months as class, id as first,
        uuid_floor(date_add(date_trunc('month', uuid_time(id), 'UTC'), interval '1 month', 'UTC')) as end
       from signal where tenant_id = ${id} and retention_months = ${months} and id > ${after} order by id limit 1`,
    ),
  );
  return range ?? null;
}

/** Moves the first signals of a range, selected by id: this has a good plan even if the partition has no statistics. */
function moveBatch(
  database: Database,
  { id, signalRetentionMonths: months }: ChangedTenant,
  range: IdRange,
): Promise<Batch> {
  const isInRange = sql`tenant_id = ${id} and retention_months = ${range.class} and id >= ${range.first}`;
  return database.asTenant(id, async (tx) => {
    const [lock] = await tx.execute<Array<{ held: boolean }>>(
      sql`select pg_try_advisory_xact_lock(hashtext('signal retention'), hashtext(${id})) as held`,
    );
    if (lock?.held !== true) return { moved: 0, upTo: null };
    const [full] = await tx.execute<Array<{ last: string }>>(
      sql`select id as last from signal where ${isInRange} and id < ${range.end}
        order by id offset ${SIGNALS_PER_BATCH - 1} limit 1`,
    );
    const upTo = full?.last ?? range.end;
    const [count] = await tx.execute<Array<{ moved: number }>>(
      sql`with moved as (update signal set retention_months = ${months} where ${isInRange} and id <= ${upTo}
          returning id) select count(*)::int as moved from moved`,
    );
    return { moved: count?.moved ?? 0, upTo };
  });
}

/**
 * Marks the tenant as done an hour after its change at the earliest: until then, a process that has not received the
 * notification may still record in the old class.
 */
async function finishMove(database: Database, { id }: ChangedTenant): Promise<void> {
  await database.asOperator((tx) =>
    tx.nativeUpdate(
      Tenant,
      { id, signalRetentionChangedAt: { $lt: sql`now() - interval '1 hour'` } },
      { signalRetentionChangedAt: null },
    ),
  );
}
