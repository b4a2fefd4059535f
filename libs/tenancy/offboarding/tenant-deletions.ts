import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import {
  Database,
  type TenantTable,
  type TenantTransaction,
  type Transaction,
  limitLockWaits,
  readTenantTables,
} from '#platform/database';
import { PeriodicTask, inTurn } from '#platform/lifecycle';
import { messageOf } from '#platform/thrown';
import { notifyTenantChange } from '../operator/tenants.service.js';
import { Tenant } from '../tenants/tenant.entity.js';

const EVERY_MS = 5_000;
/** The delay after a run that left a tenant to the next one. */
const RETRY_MS = 1_000;
/** Transactions of requests that were authenticated before have begun: later ones are refused (`Database.inTenant`). */
const REQUESTS_SECONDS = 2;
/** The maximum number of rows of a table that one transaction deletes. */
const ROWS_AT_ONCE = 10_000;
/** How long the deletion of one tenant, and the wait for one of its locks, delays the deletion of the others. */
const TURN_MS = 5_000;
const LOCK_WAIT_MS = 2_000;

/**
 * Deletes tenants whose grace period has ended: the rows of every table that has a `tenant_id`, table by table, and
 * finally the tenant. If the process stops in between, the next run deletes the rest, because the tenant still exists.
 * Whether the grace period has ended is decided by the clock of PostgreSQL, also for an undo: a worker whose clock is
 * ahead must not delete what an api still restores.
 *
 * A transaction that began before, such as an import, may commit rows after its table was deleted. So the tenant is
 * deleted after two passes over all tables that found no row: every transaction that is older than the first one had
 * ended before the second one began. Later ones store no rows of the tenant.
 */
@Injectable()
export class TenantDeletions extends PeriodicTask {
  constructor(private readonly database: Database) {
    super('the deletion of tenants', EVERY_MS);
  }

  protected override async run(stopping: AbortSignal): Promise<number> {
    const due = await this.database.asOperator((tx) =>
      tx.find(Tenant, { deletionAt: { $lte: sql`now() - make_interval(secs => ${REQUESTS_SECONDS})` } }),
    );
    let isAnyLeft = false;
    await inTurn(due, async (tenant) => {
      try {
        if (!(await this.delete(tenant, stopping))) isAnyLeft = true;
      } catch (error) {
        throw new Error(`tenant "${tenant.slug}": ${messageOf(error)}`, { cause: error });
      }
    });
    return isAnyLeft ? RETRY_MS : EVERY_MS;
  }

  /** @returns false if the next run has to continue */
  private async delete({ id, slug }: Tenant, stopping: AbortSignal): Promise<boolean> {
    const tables = referringFirst(await this.database.asOperator(readTenantTables));
    const ends = performance.now() + TURN_MS;
    let haveOlderEnded = false;
    for (;;) {
      const began = await this.database.asOperator(readClock);
      let rows = 0;
      for (const { name } of tables) {
        let deleted = 0;
        do {
          // A pass that finds no row is not interrupted: it is short, and the last one.
          if (stopping.aborted || (rows > 0 && performance.now() > ends)) return false;
          deleted = await this.database.asTenant(id, (tx) => deleteSome(tx, name));
          rows += deleted;
        } while (deleted > 0);
      }
      if (rows > 0) continue;
      if (haveOlderEnded) break;
      if (await this.database.asOperator((tx) => isAnyOlder(tx, began))) return false;
      haveOlderEnded = true;
    }
    await this.database.asOperatorOf(id, async (tx) => {
      await notifyTenantChange(tx);
      await tx.nativeDelete(Tenant, { id });
    });
    this.log.log({ tenantId: id, slug, tables: tables.length }, 'deleted a tenant with all its data');
    return true;
  }
}

/** The time of PostgreSQL, as its text. */
async function readClock(tx: Transaction): Promise<string> {
  const [row] = await tx.execute<Array<{ now: string }>>(sql`select clock_timestamp()::text as now`);
  if (row === undefined) throw new Error('the database has no clock');
  return row.now;
}

/**
 * Finds rows by their place, so that PostgreSQL reads no others. In a partitioned table, rows of other partitions have
 * the same places: those of the tenant are deleted, too.
 * @returns how many
 */
async function deleteSome(tx: TenantTransaction, table: string): Promise<number> {
  await limitLockWaits(tx, LOCK_WAIT_MS);
  // A bitmap would contain all rows of the tenant each time, and a scan begin with the rows that are deleted already.
  await tx.execute(sql`select set_config('enable_bitmapscan', 'off', true), set_config('enable_seqscan', 'off', true)`);
  // The outer condition on the tenant is no condition for an index.
  const [row] = await tx.execute<Array<{ rows: number }>>(sql`
    with gone as (
      delete from ${sql.ref(table)} where (tenant_id = ${tx.tenantId}) is true and ctid = any (array (
        select ctid from ${sql.ref(table)} where tenant_id = ${tx.tenantId} limit ${ROWS_AT_ONCE}
      )) returning 1
    ) select count(*)::float8 as rows from gone`);
  return row?.rows ?? 0;
}

/** Whether a transaction of the engine is running that began before this time. */
async function isAnyOlder(tx: Transaction, time: string): Promise<boolean> {
  const rows = await tx.execute<object[]>(sql`
    select from pg_stat_activity
    where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
      and xact_start < ${time}::timestamptz limit 1`);
  return rows.length > 0;
}

/** Tables with a foreign key come before the table that it refers to. */
function referringFirst(tables: readonly TenantTable[]): TenantTable[] {
  const ordered: TenantTable[] = [];
  const visit = (table: TenantTable): void => {
    if (ordered.includes(table)) return;
    for (const other of tables) if (other.refersTo.includes(table.name)) visit(other);
    ordered.push(table);
  };
  for (const table of tables) visit(table);
  return ordered;
}
