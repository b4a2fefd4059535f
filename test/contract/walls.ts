import type { TestDatabase } from '../harness/database.js';

/** Tables that are no tenant's own: the register of tenants (walled by its id) and the migrations' ledger. */
const REGISTER = 'tenant';
const LEDGER = 'mikro_orm_migrations';

/**
 * The schema that is checked, and those that have no data of tenants: that of BullMQ, whose jobs only name tenants, and
 * that of the SQL standard.
 */
const SCHEMAS = ['public', 'bullmq', 'information_schema'];

/** Functions that run as the owner, whom the application calls to add and drop partitions. */
const AS_OWNER = ['drop_expired_signal_partition', 'ensure_signal_partition', 'ensure_signal_partitions'];

/** The tenants in scope, and the operator's scope, as PostgreSQL prints the policies of `row-level-security.ts`. */
const SCOPE = `( SELECT (string_to_array(NULLIF(current_setting('app.tenant_id'::text, true), ''::text), ','::text))::uuid[] AS string_to_array)::uuid[]`;
const OPERATOR = `(( SELECT current_setting('app.operator'::text, true) AS current_setting) = 'on'::text)`;

interface PolicyRow {
  readonly name: string;
  /** `*` for all commands. */
  readonly command: string;
  readonly using: string | null;
  readonly check: string | null;
}

interface TableRow {
  readonly name: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly owned_by_app: boolean;
  /** The application has a privilege that row level security does not limit. */
  readonly privileged: boolean;
  readonly tenant_column: boolean;
  readonly policies: readonly PolicyRow[] | null;
  readonly unique_keys: Array<{ name: string; columns: string[] }> | null;
  readonly foreign_keys: Array<{ name: string; of_one_tenant: boolean }> | null;
}

/** Reads the catalogue, and reports what is missing of the third wall for each table: `need: not forced`. */
export async function wallFaults(database: TestDatabase): Promise<string[]> {
  const tables = await database.query<TableRow>(`
    select relname as name, relrowsecurity as enabled, relforcerowsecurity as forced,
      pg_get_userbyid(relowner) = 'readiness_app' as owned_by_app,
      has_table_privilege('readiness_app', oid, 'truncate, references, trigger') as privileged,
      exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'tenant_id'
          and attnotnull) as tenant_column,
      (select json_agg(json_build_object('name', polname, 'command', polcmd, 'using', pg_get_expr(polqual, polrelid),
            'check', pg_get_expr(polwithcheck, polrelid)) order by polname)
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
  const ofTables = tables
    .filter(({ name }) => name !== LEDGER)
    .flatMap((table) => faultsOf(table).map((fault) => `${table.name}: ${fault}`));
  return [...ofTables, ...(await waysAround(database))];
}

/** What shows rows without the policies of their table. */
async function waysAround(database: TestDatabase): Promise<string[]> {
  const found = await database.query<{ name: string; fault: string }>(
    `select relname as name, 'shows rows as its owner: make it a view with security_invoker' as fault from pg_class
      where relnamespace = 'public'::regnamespace and (relkind in ('m', 'f')
        or relkind = 'v' and coalesce('security_invoker=true' = any (reloptions), false) is not true)
    union all
    select proname, 'runs as its owner: add it to AS_OWNER if that is meant' from pg_proc
      where pronamespace = 'public'::regnamespace and prosecdef and proname <> all ($1)
    union all
    select nspname || '.' || coalesce(relname, proname), 'is in a schema that is not checked: see SCHEMAS'
      from pg_namespace left join pg_class on relnamespace = pg_namespace.oid
        left join pg_proc on pronamespace = pg_namespace.oid
      where nspname !~ '^pg_' and nspname <> all ($2) and coalesce(relname, proname) is not null`,
    [AS_OWNER, SCHEMAS],
  );
  return found.map(({ name, fault }) => `${name}: ${fault}`);
}

function faultsOf(table: TableRow): string[] {
  const faults: string[] = [];
  if (!table.enabled) faults.push('row level security is not enabled');
  if (!table.forced) faults.push('row level security is not forced on its owner');
  if (table.owned_by_app) faults.push('the application owns it');
  else if (table.privileged) faults.push('the application may truncate it, refer to it or add triggers');
  faults.push(...faultsOfPolicies(table));
  if (table.name === REGISTER) return faults;
  if (!table.tenant_column) faults.push('has no tenant_id that is not null');
  for (const { name, columns } of table.unique_keys ?? []) {
    if (!columns.includes('tenant_id')) faults.push(`unique key ${name} is not per tenant`);
  }
  for (const { name, of_one_tenant: isOfOneTenant } of table.foreign_keys ?? []) {
    if (!isOfOneTenant) faults.push(`foreign key ${name} may lead to another tenant`);
  }
  return faults;
}

/** Rows are those of the tenants in scope; of the register, the operator sees all. */
function faultsOfPolicies({ name: table, policies }: TableRow): string[] {
  const isRegister = table === REGISTER;
  const inScope = `(${isRegister ? 'id' : 'tenant_id'} = ANY (${SCOPE}))`;
  const wall = { name: 'tenant_wall', command: '*', using: `COALESCE(${inScope}, false)`, check: inScope };
  const door = { name: 'operator_door', command: '*', using: OPERATOR, check: OPERATOR };
  const expected = isRegister ? [door, wall] : [wall];
  return JSON.stringify(policies) === JSON.stringify(expected)
    ? []
    : [`has other policies than tenantWall() creates: ${JSON.stringify(policies)}`];
}
