import type { TestDatabase } from '../harness/database.js';

/** Tables that are no tenant's own: the register of tenants (walled by its id) and the migrations' ledger. */
const REGISTER = 'tenant';
const LEDGER = 'mikro_orm_migrations';

const SCOPE = `current_setting('app.tenant_id'`;

interface TableRow {
  readonly name: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly owned_by_app: boolean;
  readonly tenant_column: boolean;
  readonly policies: Array<{ name: string; using: string | null; check: string | null }> | null;
  readonly unique_keys: Array<{ name: string; columns: string[] }> | null;
  readonly foreign_keys: Array<{ name: string; of_one_tenant: boolean }> | null;
}

/** Reads the catalogue, and reports what is missing of the third wall for each table: `need: not forced`. */
export async function wallFaults(database: TestDatabase): Promise<string[]> {
  const tables = await database.query<TableRow>(`
    select relname as name, relrowsecurity as enabled, relforcerowsecurity as forced,
      pg_get_userbyid(relowner) = 'readiness_app' as owned_by_app,
      exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'tenant_id'
          and attnotnull) as tenant_column,
      (select json_agg(json_build_object('name', polname, 'using', pg_get_expr(polqual, polrelid), 'check',
            pg_get_expr(polwithcheck, polrelid)))
        from pg_policy where polrelid = pg_class.oid) as policies,
      (select json_agg(json_build_object('name', indexrelid::regclass, 'columns',
          (select json_agg(attname) from pg_attribute where attrelid = indexrelid)))
        from pg_index where indrelid = pg_class.oid and indisunique) as unique_keys,
      -- A key leads to the same tenant's rows: its tenant_id refers to the tenant_id there, or to the register's id.
      (select json_agg(json_build_object('name', conname, 'of_one_tenant', exists (
          select from unnest(conkey, confkey) as pair (own, other)
            join pg_attribute mine on mine.attrelid = conrelid and mine.attnum = own
            join pg_attribute theirs on theirs.attrelid = confrelid and theirs.attnum = other
          where mine.attname = 'tenant_id' and theirs.attname = case when confrelid = '${REGISTER}'::regclass then 'id'
            else 'tenant_id' end)))
        from pg_constraint where conrelid = pg_class.oid and contype = 'f') as foreign_keys
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`);
  return tables
    .filter(({ name }) => name !== LEDGER)
    .flatMap((table) => faultsOf(table).map((fault) => `${table.name}: ${fault}`));
}

function faultsOf(table: TableRow): string[] {
  const faults: string[] = [];
  const policies = table.policies ?? [];
  if (!table.enabled) faults.push('row level security is not enabled');
  if (!table.forced) faults.push('row level security is not forced on its owner');
  if (table.owned_by_app) faults.push('the application owns it');
  if (table.name === REGISTER) return faults;
  if (!table.tenant_column) faults.push('has no tenant_id that is not null');
  if (policies.length !== 1) faults.push(`has ${policies.length} policies instead of the one tenant policy`);
  for (const { name, using, check } of policies) {
    if (!using?.includes(SCOPE) || !check?.includes(SCOPE))
      faults.push(`policy ${name} does not read the tenants in scope for both reads and writes`);
  }
  for (const { name, columns } of table.unique_keys ?? []) {
    if (!columns.includes('tenant_id')) faults.push(`unique key ${name} is not per tenant`);
  }
  for (const { name, of_one_tenant: isOfOneTenant } of table.foreign_keys ?? []) {
    if (!isOfOneTenant) faults.push(`foreign key ${name} may lead to another tenant`);
  }
  return faults;
}
