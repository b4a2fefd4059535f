import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type TenantTable, readTenantTables } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { notifyTenantChange } from '../operator/tenants.service.js';
import { Tenant } from '../tenants/tenant.entity.js';

const EVERY_MS = 5_000;

/**
 * Deletes tenants whose grace period has ended: the rows of every table that has a `tenant_id`, table by table, and
 * finally the tenant. If the process dies in between, the next run deletes the rest, because the tenant still exists.
 */
@Injectable()
export class TenantDeletions extends PeriodicTask {
  constructor(private readonly database: Database) {
    super('the deletion of tenants', EVERY_MS);
  }

  protected override async run(stopping: AbortSignal): Promise<number> {
    const due = await this.database.asOperator((tx) => tx.find(Tenant, { deletionAt: { $lte: new Date() } }));
    for (const tenant of due) await this.delete(tenant, stopping);
    return EVERY_MS;
  }

  private async delete({ id, slug }: Tenant, stopping: AbortSignal): Promise<void> {
    const tables = referringFirst(await this.database.asOperator(readTenantTables));
    for (const { name } of tables) {
      if (stopping.aborted) return;
      await this.database.asTenant(id, (tx) => tx.execute(sql`delete from ${sql.ref(name)} where tenant_id = ${id}`));
    }
    await this.database.asOperatorOf(id, async (tx) => {
      await notifyTenantChange(tx);
      await tx.nativeDelete(Tenant, { id });
    });
    this.log.log({ tenantId: id, slug, tables: tables.length }, 'deleted a tenant with all its data');
  }
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
