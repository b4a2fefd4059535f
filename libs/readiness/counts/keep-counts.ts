import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, sqlArray } from '#platform/database';
import { CELL_COLUMNS, COUNTED_COLUMNS, type CellLevel, cellsOfPeriods } from './cells.js';

interface Cell {
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
 * Changes the current periods of workers, and the counts with them. The caller holds the lock of the upkeep, so that
 * nobody else changes either meanwhile.
 */
export async function keepCounts<Result>(
  tx: TenantTransaction,
  workerIds: readonly string[],
  change: () => Promise<Result>,
): Promise<Result> {
  const before = await countCurrent(tx, workerIds);
  const result = await change();
  await addToCounts(tx, differenceOf(before, await countCurrent(tx, workerIds)));
  return result;
}

async function countCurrent(tx: TenantTransaction, workerIds: readonly string[]): Promise<Cell[]> {
  if (workerIds.length === 0) return [];
  const current = sql`
    select ${COUNTED_COLUMNS}, 1 as people from readiness_period period
    where tenant_id = ${tx.tenantId} and worker_id = any (${sqlArray(workerIds)}::uuid[]) and is_current`;
  return tx.execute<Cell[]>(sql`
    select level, site_id as "siteId", role_key as "roleKey", need_id as "needId", rank, kinds, role, people
    from (${cellsOfPeriods(current)}) as cell`);
}

/** The cells whose number of people has changed, each with the change. */
function differenceOf(before: readonly Cell[], after: readonly Cell[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const cell of [...before.map((one) => ({ ...one, people: -one.people })), ...after]) {
    const { level, siteId, roleKey, needId, rank, kinds } = cell;
    const key = `${level} ${siteId} ${needId} ${rank} ${kinds} ${roleKey}`;
    cells.set(key, { ...cell, people: (cells.get(key)?.people ?? 0) + cell.people });
  }
  return [...cells.values()].filter(({ people }) => people !== 0);
}

async function addToCounts(tx: TenantTransaction, cells: readonly Cell[]): Promise<void> {
  if (cells.length === 0) return;
  await tx.execute(sql`
    insert into readiness_count (tenant_id, ${CELL_COLUMNS})
    select ${tx.tenantId}, level, "siteId", "roleKey", "needId", rank, kinds, role, people
    from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as given (level text, "siteId" uuid, "roleKey" text, "needId" uuid,
      rank smallint, kinds smallint, role text, people integer)
    on conflict on constraint readiness_count_identity do update set people = readiness_count.people + excluded.people,
      role = excluded.role`);
}

/**
 * Replaces the counts of the tenant where they differ from its current periods, and deletes those of nobody. The caller
 * holds the lock of the upkeep.
 * @returns how many differed
 */
export async function repairCounts(tx: TenantTransaction): Promise<number> {
  const current = sql`select ${COUNTED_COLUMNS}, 1 as people from readiness_period period where tenant_id = ${tx.tenantId} and is_current`;
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
  return sql`(${table}.level, ${table}.rank, ${table}.kinds, coalesce(${table}.site_id::text, ''), coalesce(${table}.role_key, ''),
    coalesce(${table}.need_id::text, ''))`;
}
