import type pg from 'pg';
import type { Statement } from './statements.js';

/** How PostgreSQL reads a page, as the application, row level security on. */
export interface PagePlan {
  /** Tables that it reads in full, besides empty ones: partitions of months without rows have no better plan. */
  readonly sequential: readonly string[];
  /** Rows of the list's own table that it looks at. */
  readonly looksAt: number;
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
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
        .filter((node) => node['Node Type'] === 'Seq Scan' && lookedAt(node) > 0)
        .map((node) => node['Relation Name'] ?? '?'),
      looksAt: nodes.filter((node) => node['Relation Name'] === table).reduce((sum, node) => sum + lookedAt(node), 0),
    };
  } finally {
    await client.query('rollback');
  }
}

function lookedAt(node: PlanNode): number {
  return Math.round(
    (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) *
      node['Actual Loops'],
  );
}

function* nodesOf(node: PlanNode): Generator<PlanNode> {
  yield node;
  for (const below of node.Plans ?? []) yield* nodesOf(below);
}
