import type pg from 'pg';
import type { TenantAccess } from '../../harness/world.js';

/** The schemas of the servers that ours is compared with, each with its own copy of the two tables. */
export const BARE_SCHEMA = 'bench_bare';
export const UNIT_OF_WORK_SCHEMA = 'bench_uow';

/**
 * Copies the engine's tables for the other servers. `signal` is not partitioned there, and `need` has the engine's
 * indexes and fill factor. The bare server's tables have no row level security, so that only the engine has its cost.
 */
export async function makeComparisonTables(owner: pg.Client, appRole: string): Promise<void> {
  const role = owner.escapeIdentifier(appRole);
  await owner.query(`
    create schema ${UNIT_OF_WORK_SCHEMA};
    create table ${UNIT_OF_WORK_SCHEMA}.tenant (id uuid primary key, slug text not null unique,
      signing_secret text not null, signal_map jsonb not null default '{}')`);
  for (const schema of [BARE_SCHEMA, UNIT_OF_WORK_SCHEMA]) {
    await owner.query(`
      create schema if not exists ${schema};
      create table ${schema}.need (like public.need including all) with (fillfactor = 80);
      create table ${schema}.signal (like public.signal including all);
      grant usage on schema ${schema} to ${role};
      grant select, insert, update on all tables in schema ${schema} to ${role};`);
  }
  for (const table of ['need', 'signal']) await owner.query(simplestWall(`${UNIT_OF_WORK_SCHEMA}.${table}`));
}

/** The tenants for the unit of work: a team that caches nothing reads its tenant in every request. */
export async function fillTenantTable(owner: pg.Client, tenants: readonly TenantAccess[]): Promise<void> {
  await owner.query(
    `insert into ${UNIT_OF_WORK_SCHEMA}.tenant (id, slug, signing_secret)
     select "tenantId", slug, "signingSecret"
     from jsonb_to_recordset($1::jsonb) as given ("tenantId" uuid, slug text, "signingSecret" text)`,
    [JSON.stringify(tenants)],
  );
}

/** Row level security as in PostgreSQL's documentation: one tenant for each transaction. */
function simplestWall(table: string): string {
  return `
    alter table ${table} enable row level security;
    create policy tenant_wall on ${table} using (tenant_id = current_setting('app.tenant_id')::uuid);`;
}
