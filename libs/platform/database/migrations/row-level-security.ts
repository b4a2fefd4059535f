/**
 * The tenants in scope, as the third wall reads them (see docs/architecture.md, "Isolation"): one id for a request or a
 * job, several, comma-separated, for a recorded batch. No scope, no rows. The sub-select makes PostgreSQL read it once
 * a statement instead of once a row.
 */
const TENANTS_IN_SCOPE = `(select string_to_array(nullif(current_setting('app.tenant_id', true), ''), ',')::uuid[])::uuid[]`;

/**
 * SQL that walls a table off by the tenant named in `column`: enabled, forced on the owner too, for reads and writes.
 * `coalesce` keeps the wall a filter: counted by PostgreSQL beside a statement's own `tenant_id = …`, it would make a
 * tenant seem next to empty.
 */
export function tenantWall(table: string, column = 'tenant_id'): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy tenant_wall on ${table}
      using (coalesce(${column} = any (${TENANTS_IN_SCOPE}), false))
      with check (${column} = any (${TENANTS_IN_SCOPE}));`;
}

/**
 * SQL that lets the operator's scope (`app.operator = on`) see every row of the register of tenants, and of nothing
 * else.
 */
export function operatorDoor(table: string): string {
  return `
    create policy operator_door on ${table}
      using ((select current_setting('app.operator', true)) = 'on')
      with check ((select current_setting('app.operator', true)) = 'on');`;
}
