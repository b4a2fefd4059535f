import type pg from 'pg';
import type { TestDatabase } from '../harness/database.js';
import { type PlanNode, nodesOf, rowsReadBy } from '../../bench/harness/plan-nodes.js';
import type { Statement } from './statements.js';

/** How PostgreSQL reads a page, as the application, row level security on. */
export interface PagePlan {
  /** Tables that it reads in full and that are not empty: partitions of months without rows have no better plan. */
  readonly sequential: readonly string[];
  /** Rows of the list's own table that it looks at. */
  readonly looksAt: number;
  /** Rows of all tables that it looks at. */
  readonly rows: number;
}

/** @param client connected as the application's role */
export async function planOf(
  client: pg.ClientBase,
  tenantId: string,
  table: string,
  { text, values }: Statement,
): Promise<PagePlan> {
  await client.query('begin');
  try {
    await client.query(`select set_config('app.tenant_id', $1, true)`, [tenantId]);
    const { rows } = await client.query<{ 'QUERY PLAN': Array<{ Plan: PlanNode }> }>(
      `explain (analyze, format json) ${text}`,
      [...values],
    );
    const nodes = [...nodesOf(rows[0]!['QUERY PLAN'][0]!.Plan)];
    return {
      sequential: nodes
        .filter((node) => node['Node Type'] === 'Seq Scan' && rowsReadBy(node) > 0)
        .map((node) => node['Relation Name'] ?? '?'),
      looksAt: nodes
        .filter((node) => isPartOf(table, node['Relation Name']))
        .reduce((sum, node) => sum + rowsReadBy(node), 0),
      rows: nodes.reduce((sum, node) => sum + rowsReadBy(node), 0),
    };
  } finally {
    await client.query('rollback');
  }
}

/** The rows of all tables that statements look at, one after the other, as the application. */
export function rowsOf(database: TestDatabase, tenantId: string, statements: readonly Statement[]): Promise<number> {
  return database.asApp(async (app) => {
    let rows = 0;
    for (const statement of statements) rows += (await planOf(app, tenantId, '', statement)).rows;
    return rows;
  });
}

/** The table itself, or a partition of it: `signal_12m_2026_11`. */
function isPartOf(table: string, relation = ''): boolean {
  return relation === table || new RegExp(`^${table}_\\d+m_`).test(relation);
}
