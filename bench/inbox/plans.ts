import { RawQueryFragment } from '@mikro-orm/postgresql';
import { plainToInstance } from 'class-transformer';
import type pg from 'pg';
import { NeedsQuery, pageStatement } from '#needs';
import type { SqlFragment } from '#platform/database';
import { type PlanNode, nodesOf, rowsReadBy } from '../harness/plan-nodes.js';

/** PostgreSQL's plan for one page of the inbox as the application role, with row level security. */
export interface PagePlan {
  /** Tables with a sequential scan. */
  readonly sequential: readonly string[];
  /** Indexes of `need` that it uses. */
  readonly indexes: readonly string[];
  /** Needs that it reads, in indexes or rows, for the page. */
  readonly looksAt: number;
  readonly planningMs: number;
  readonly executionMs: number;
}

interface Explained {
  readonly Plan: PlanNode;
  readonly 'Planning Time': number;
  readonly 'Execution Time': number;
}

/**
 * @param client connected as the application's role
 * @param query as it stands in the URL
 */
export async function planOf(client: pg.ClientBase, tenantId: string, query: string): Promise<PagePlan> {
  const page = plainToInstance(NeedsQuery, Object.fromEntries(new URLSearchParams(query)));
  const values: unknown[] = [];
  const explain = `explain (analyze, format json) ${numbered(pageStatement(tenantId, page), values)}`;
  await client.query('begin');
  try {
    await client.query(`select set_config('app.tenant_id', $1, true)`, [tenantId]);
    const { rows } = await client.query<{ 'QUERY PLAN': Explained[] }>(explain, values);
    const [explained] = rows[0]?.['QUERY PLAN'] ?? [];
    if (explained === undefined) throw new Error('PostgreSQL explains nothing');
    return summary(explained);
  } finally {
    await client.query('rollback');
  }
}

/** The statement with PostgreSQL's placeholders; their values are added to `values`. */
function numbered({ sql, params }: SqlFragment, values: unknown[]): string {
  const left = params.values();
  return sql.replaceAll('?', () => {
    const value = left.next().value;
    return value instanceof RawQueryFragment ? numbered(value, values) : `$${values.push(value)}`;
  });
}

function summary(explained: Explained): PagePlan {
  const nodes = [...nodesOf(explained.Plan)];
  const ofNeed = nodes.filter((node) => node['Relation Name'] === 'need' || node['Index Name']?.startsWith('need_'));
  return {
    sequential: nodes.flatMap((node) => (node['Node Type'].includes('Seq Scan') ? [node['Relation Name'] ?? '?'] : [])),
    indexes: [...new Set(ofNeed.flatMap((node) => node['Index Name'] ?? []))].toSorted(),
    looksAt: ofNeed.reduce((sum, node) => sum + rowsReadBy(node), 0),
    planningMs: explained['Planning Time'],
    executionMs: explained['Execution Time'],
  };
}
