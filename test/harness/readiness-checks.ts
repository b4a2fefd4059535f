import { expect } from '@jest/globals';
import type { TestDatabase } from './database.js';
import { eventually } from './eventually.js';
import type { TestTenant } from './tenant.js';

interface BoardRow {
  readonly worker: { readonly externalWorkerId: string; readonly site: string | null };
  readonly status: string;
  readonly reasons: ReadonlyArray<{
    readonly kind: string;
    readonly severity: number;
    readonly text: string;
    readonly because: ReadonlyArray<{
      readonly kind: string;
      readonly severity: number;
      readonly ref: { readonly id: string };
    }>;
  }>;
}

/** Waits until the board is up to date: no worker is marked, no current period has ended, and no need is unresolved. */
export function boardSettled(database: TestDatabase, milliseconds = 30_000): Promise<void> {
  return eventually(async () => {
    const [waiting] = await database.query<{ marks: number; ended: number; unresolved: number }>(
      `select (select count(*)::int from readiness_mark) as marks,
         (select count(*)::int from readiness_period where is_current and valid_to <= now()) as ended,
         (select count(*)::int from need where unresolved_since is not null) as unresolved`,
    );
    expect(waiting).toEqual({ marks: 0, ended: 0, unresolved: 0 });
  }, milliseconds);
}

/**
 * Compares the board, which reads stored readiness, with the gate, which applies the rule to the facts if a site is
 * given: here each worker's own.
 * @param at null: now
 */
export async function expectBoardOfRule(tenant: TestTenant, at: string | null): Promise<void> {
  const query = at === null ? '' : `&asOf=${at}`;
  const { body: board } = await tenant.admin<{ items: BoardRow[] }>('GET', `/readiness?limit=200${query}`);
  const bySite = Map.groupBy(board.items, ({ worker }) => worker.site);
  for (const [site, rows] of bySite) {
    const workers = rows.map(({ worker: { externalWorkerId } }) => ({ externalWorkerId }));
    const { body } = await tenant.admin<{ items: BoardRow[] }>('POST', '/readiness/check', {
      workers,
      ...(at === null ? {} : { at }),
      ...(site === null ? {} : { site }),
    });
    const seen = (row: BoardRow): object => ({
      status: row.status,
      reasons: row.reasons.map(({ kind, severity, text }) => `${kind} ${severity} ${text}`).toSorted(),
    });
    expect(rows.map(seen)).toEqual(body.items.map(seen));
  }
}

interface Counts {
  readonly total: number;
  readonly ready: number;
  readonly atRisk: number;
  readonly notReady: number;
}

interface Summary extends Counts {
  readonly sites: ReadonlyArray<Counts & { readonly site: string | null }>;
  readonly kinds: Readonly<Record<string, number>>;
  readonly causes: ReadonlyArray<{ readonly needId: string; readonly people: number }>;
}

/** Compares the totals and the summary, which come from stored counts, with the rows of the board. */
export async function expectCountsOfRows(tenant: TestTenant, query: string): Promise<void> {
  const { body: board } = await tenant.admin<{ items: BoardRow[]; total: number }>(
    'GET',
    `/readiness?limit=200&${query}`,
  );
  const { body: summary } = await tenant.admin<Summary>('GET', `/readiness/summary?${query}`);
  const count = (rows: readonly BoardRow[]): Counts => {
    const of = (status: string): number => rows.filter((row) => row.status === status).length;
    return { total: rows.length, ready: of('ready'), atRisk: of('at_risk'), notReady: of('not_ready') };
  };
  const bySite = Map.groupBy(board.items, ({ worker }) => worker.site);
  const withKind = (kind: string): number =>
    board.items.filter(({ reasons }) => reasons.some(({ because }) => because.some((one) => one.kind === kind))).length;
  expect(board.total).toBe(board.items.length);
  expect(summary).toMatchObject(count(board.items));
  for (const { site, ...counts } of summary.sites) expect(counts).toMatchObject(count(bySite.get(site) ?? []));
  for (const [kind, people] of Object.entries(summary.kinds)) expect([kind, people]).toEqual([kind, withKind(kind)]);
  expect(summary.causes).toEqual(
    summary.causes.map((cause) => expect.objectContaining({ people: withNeed(board.items, cause.needId) })),
  );
}

/** The number of workers whose most severe reasons include the need, and who are not ready or at risk. */
function withNeed(rows: readonly BoardRow[], needId: string): number {
  const worst: Readonly<Record<string, number>> = { not_ready: 4, at_risk: 3 };
  return rows.filter(({ status, reasons }) =>
    reasons.some(({ because }) => because.some(({ ref, severity }) => ref.id === needId && severity === worst[status])),
  ).length;
}
