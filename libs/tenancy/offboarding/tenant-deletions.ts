import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import {
  Database,
  type TenantTable,
  type TenantTransaction,
  type Transaction,
  readTenantTables,
} from '#platform/database';
import { PeriodicTask, inTurn } from '#platform/lifecycle';
import { messageOf } from '#platform/thrown';
import { notifyTenantChange } from '../operator/tenants.service.js';
import { Tenant } from '../tenants/tenant.entity.js';

const EVERY_MS = 5_000;
/** The delay after a run that left a tenant to the next one. */
const RETRY_MS = 1_000;
/** Transactions of requests that were authenticated before have begun: later ones are refused (`Database.apart`). */
const REQUESTS_MS = 2_000;

/**
 * Deletes tenants whose grace period has ended: the rows of every table that has a `tenant_id`, table by table, and
 * finally the tenant. If the process dies in between, the next run deletes the rest, because the tenant still exists.
 *
 * A transaction that began before, such as an import, may commit rows after its table was deleted. So the tenant is
 * deleted after a pass over all tables that found no row, if no transaction is left that is older than that pass: later
 * ones find nothing of the tenant to work on.
 */
@Injectable()
export class TenantDeletions extends PeriodicTask {
  constructor(private readonly database: Database) {
    super('the deletion of tenants', EVERY_MS);
  }

  protected override async run(stopping: AbortSignal): Promise<number> {
    const due = await this.database.asOperator((tx) =>
      tx.find(Tenant, { deletionAt: { $lte: new Date(Date.now() - REQUESTS_MS) } }),
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
    for (;;) {
      const began = await this.database.asOperator(readClock);
      let rows = 0;
      for (const { name } of tables) {
        if (stopping.aborted) return false;
        rows += await this.database.asTenant(id, (tx) => deleteRows(tx, name));
      }
      if (rows > 0) continue;
      if (await this.database.asOperator((tx) => isAnyOlder(tx, began))) return false;
      break;
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

/** @returns how many */
async function deleteRows(tx: TenantTransaction, table: string): Promise<number> {
  const [row] = await tx.execute<Array<{ rows: number }>>(sql`
    with gone as (delete from ${sql.ref(table)} where tenant_id = ${tx.tenantId} returning 1)
    select count(*)::float8 as rows from gone`);
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
