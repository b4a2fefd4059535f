import { sql } from '@mikro-orm/postgresql';
import {
  type IdOfTenant,
  type OfTenant,
  type SqlFragment,
  type TenantTransaction,
  type Transaction,
  sqlArray,
} from '#platform/database';
import { CELL_COLUMNS, COUNTED_COLUMNS, type CellLevel, cellsOfPeriods } from './cells.js';

interface Cell extends OfTenant {
  readonly level: CellLevel;
  readonly siteId: string | null;
  readonly roleKey: string | null;
  readonly needId: string | null;
  readonly rank: number;
  readonly kinds: number;
  readonly role: string | null;
  readonly people: number;
}

/**
 * Changes the current periods of workers, and the counts with them. The caller holds the locks of the upkeep of their
 * tenants, so that nobody else changes either meanwhile.
 */
export async function updateCounts<Result>(
  tx: Transaction,
  workers: readonly IdOfTenant[],
  change: () => Promise<Result>,
): Promise<Result> {
  const before = await countCurrent(tx, workers);
  const result = await change();
  await addToCounts(tx, differenceOf(before, await countCurrent(tx, workers)));
  return result;
}

async function countCurrent(tx: Transaction, workers: readonly IdOfTenant[]): Promise<Cell[]> {
  if (workers.length === 0) return [];
  const tenants = sqlArray(workers.map(({ tenantId }) => tenantId));
  const current = sql`
    select ${COUNTED_COLUMNS}, 1 as people from readiness_period period
    where tenant_id = given.tenant_id and worker_id = any (given.worker_ids) and is_current`;
  return tx.execute<Cell[]>(sql`
    select given.tenant_id as "tenantId", level, site_id as "siteId", role_key as "roleKey", need_id as "needId", rank,
      kinds, role, people
    from (
      select tenant_id, array_agg(worker_id) as worker_ids
      from unnest(${tenants}::uuid[], ${sqlArray(workers.map(({ id }) => id))}::uuid[]) as worker (tenant_id, worker_id)
      group by tenant_id
    ) as given cross join lateral (${cellsOfPeriods(current)}) as cell`);
}

/** The cells whose number of people has changed, each with the change. */
function differenceOf(before: readonly Cell[], after: readonly Cell[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const cell of [...before.map((one) => ({ ...one, people: -one.people })), ...after]) {
    const { tenantId, level, siteId, roleKey, needId, rank, kinds } = cell;
    const key = `${tenantId} ${level} ${siteId} ${needId} ${rank} ${kinds} ${roleKey}`;
    cells.set(key, { ...cell, people: (cells.get(key)?.people ?? 0) + cell.people });
  }
  return [...cells.values()].filter(({ people }) => people !== 0);
}

async function addToCounts(tx: Transaction, cells: readonly Cell[]): Promise<void> {
  if (cells.length === 0) return;
  await tx.execute(sql`
    insert into readiness_count (tenant_id, ${CELL_COLUMNS})
    select "tenantId", level, "siteId", "roleKey", "needId", rank, kinds, role, people
    from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as given ("tenantId" uuid, level text, "siteId" uuid,
      "roleKey" text, "needId" uuid, rank smallint, kinds smallint, role text, people integer)
    on conflict on constraint readiness_count_identity do update set people = readiness_count.people + excluded.people,
      role = excluded.role`);
}

/**
 * Replaces the counts of the tenant where they differ from its current periods, and deletes those of nobody. The caller
 * holds the lock of the upkeep.
 * @returns how many differed
 */
export async function repairCounts(tx: TenantTransaction): Promise<number> {
  const current = sql`select ${COUNTED_COLUMNS}, 1 as people from readiness_period period
    where tenant_id = ${tx.tenantId} and is_current`;
  const differing = await tx.execute<Array<{ differed: boolean }>>(sql`
    with cell as materialized (${cellsOfPeriods(current)}),
    gone as (
      delete from readiness_count kept where tenant_id = ${tx.tenantId} and not exists (
        select from cell where ${identityOf(sql`cell`)} = ${identityOf(sql`kept`)})
      returning people <> 0 as differed
    ), stored as (
      insert into readiness_count as kept (tenant_id, ${CELL_COLUMNS})
      select ${tx.tenantId}, ${CELL_COLUMNS} from cell
      on conflict on constraint readiness_count_identity do update set people = excluded.people
        where kept.people <> excluded.people
      returning true as differed
    )
    select differed from gone union all select differed from stored`);
  return differing.filter(({ differed }) => differed).length;
}

/** A row that can be compared by `=`, for joins of many cells. */
function identityOf(table: SqlFragment): SqlFragment {
  return sql`(${table}.level, ${table}.rank, ${table}.kinds, coalesce(${table}.site_id::text, ''),
    coalesce(${table}.role_key, ''), coalesce(${table}.need_id::text, ''))`;
}
