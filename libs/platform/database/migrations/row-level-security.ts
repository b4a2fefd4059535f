/**
 * The tenants in scope, as the policies read them (see docs/architecture.md, "Isolation"): one id for a request or a
 * job, several, separated by commas, for a recorded batch. Without a scope no rows are visible. The sub-select makes
 * PostgreSQL read the setting once for each statement instead of once for each row.
 */
const TENANTS_IN_SCOPE = `(select string_to_array(nullif(current_setting('app.tenant_id', true), ''), ',')::uuid[])::uuid[]`;

/**
 * SQL that enables row level security by the tenant in `column`, forced on the owner too, for reads and writes.
 * `coalesce` keeps the policy a filter. Otherwise PostgreSQL would count its selectivity in addition to that of the
 * statement's own `tenant_id = …`, and estimate almost no rows for a tenant.
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
 * SQL that shows the operator's scope (`app.operator = on`) every row of the register of tenants, but no other table.
 */
export function operatorDoor(table: string): string {
  return `
    create policy operator_door on ${table}
      using ((select current_setting('app.operator', true)) = 'on')
      with check ((select current_setting('app.operator', true)) = 'on');`;
}
