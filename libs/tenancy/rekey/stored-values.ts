import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTable, type Transaction, joinSql, sqlArray } from '#platform/database';
import type { RowKey } from './sealed-columns.js';

const VALUES_PER_BATCH = 300;

/** A column of encrypted values. */
export interface StoredColumn {
  readonly table: TenantTable;
  readonly column: string;
}

/** An encrypted value and its row. */
export interface StoredValue {
  readonly key: RowKey;
  readonly sealed: Buffer;
}

/** The values of some tenants in the order of the primary key; `next` is null after the last ones. */
export async function readValues(
  tx: Transaction,
  { table, column }: StoredColumn,
  tenantIds: readonly string[],
  after: StoredValue | null,
): Promise<{ values: StoredValue[]; next: StoredValue | null }> {
  const name = sql.ref(table.name);
  const isNext = after === null ? sql`true` : sql`(${keyOf(table, 'stored')}) > (${valuesOf(table, after.key)})`;
  // In the order of the index: PostgreSQL may else read and sort all further rows for each page.
  await tx.execute(sql`select set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true)`);
  const values = await tx.execute<StoredValue[]>(sql`
    select ${keyAsJson(table)} as key, stored.${sql.ref(column)} as sealed
    from ${name} as stored
    where stored.tenant_id = any (${sqlArray(tenantIds)}::uuid[]) and stored.${sql.ref(column)} is not null
      and ${isNext}
    order by ${keyOf(table, 'stored')} limit ${VALUES_PER_BATCH}`);
  return { values, next: values.length === VALUES_PER_BATCH ? (values.at(-1) ?? null) : null };
}

/**
 * Replaces values that have not changed since they were read: a transaction that has changed one used the current key.
 * @returns how many were replaced
 */
export async function storeValues(
  tx: Transaction,
  { table, column }: StoredColumn,
  values: ReadonlyArray<StoredValue & { readonly fresh: Buffer }>,
): Promise<number> {
  if (values.length === 0) return 0;
  const name = sql.ref(table.name);
  const given = values.map(({ key, sealed, fresh }) => ({
    key,
    sealed: sealed.toString('base64'),
    fresh: fresh.toString('base64'),
  }));
  const stored = await tx.execute<unknown[]>(sql`
    update ${name} as stored set ${sql.ref(column)} = decode(given.fresh, 'base64')
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (key jsonb, sealed text, fresh text)
      cross join lateral jsonb_populate_record(null::${name}, given.key) as last
    where (${keyOf(table, 'stored')}) = (${keyOf(table, 'last')})
      and stored.${sql.ref(column)} = decode(given.sealed, 'base64')
    returning stored.tenant_id`);
  return stored.length;
}

function columnsOf({ key }: TenantTable): readonly string[] {
  return ['tenant_id', ...key];
}

function keyOf(table: TenantTable, alias: string): SqlFragment {
  return joinSql(
    columnsOf(table).map((column) => sql`${sql.ref(`${alias}.${column}`)}`),
    ', ',
  );
}

/** The columns of a key. Each is a query of its own, which PostgreSQL runs once, and looks up in the index. */
function valuesOf(table: TenantTable, key: RowKey): SqlFragment {
  const row = sql`jsonb_populate_record(null::${sql.ref(table.name)}, ${JSON.stringify(key)}::jsonb)`;
  return joinSql(
    columnsOf(table).map((column) => sql`(select ${sql.ref(column)} from ${row})`),
    ', ',
  );
}

function keyAsJson(table: TenantTable): SqlFragment {
  const pairs = columnsOf(table).map((column) => sql`${column}::text, ${sql.ref(`stored.${column}`)}`);
  return sql`jsonb_build_object(${joinSql(pairs, ', ')})`;
}
