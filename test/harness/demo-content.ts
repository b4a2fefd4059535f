import type { TestTenant } from './tenant.js';

interface Counts {
  readonly total: number;
  readonly ready: number;
  readonly atRisk: number;
  readonly notReady: number;
}

/** What the board of the demo tenant must contain. */
export const EVERYTHING = {
  kindsWithoutPeople: [],
  waived: ['Tui Ngata'],
  hasSourceRecord: true,
  hasSiteAtRisk: true,
  hasHistory: true,
  trendEndsWithTheBoard: true,
};

/** What the board shows of it. */
export const board = async (acme: TestTenant): Promise<typeof EVERYTHING | object> => {
  const { body: summary } = await acme.admin<
    Counts & { kinds: Record<string, number>; sites: Array<Counts & { site: string }> }
  >('GET', '/readiness/summary');
  const { body: trend } = await acme.admin<{ days: Array<Counts & { date: string }> }>(
    'GET',
    '/readiness/trend?days=30',
  );
  const { body: rows } = await acme.admin<{
    items: Array<{
      worker: { name: string };
      reasons: Array<{ kind: string; waivedUntil: string | null; source: { record: string | null } | null }>;
    }>;
  }>('GET', '/readiness?limit=200');
  const countsOf = ({ total, ready, atRisk, notReady }: Counts): number[] => [total, ready, atRisk, notReady];
  const [first] = trend.days;
  const last = trend.days.at(-1);
  return {
    kindsWithoutPeople: Object.entries(summary.kinds).flatMap(([kind, people]) => (people === 0 ? [kind] : [])),
    waived: rows.items
      .filter(({ reasons }) => reasons.some(({ waivedUntil }) => waivedUntil !== null))
      .map(({ worker }) => worker.name),
    hasSourceRecord: rows.items.some(({ reasons }) =>
      reasons.some(({ kind, source }) => kind === 'credential_expired' && source?.record === 'HR-1043'),
    ),
    hasSiteAtRisk: summary.sites.some(({ atRisk }) => atRisk > 0),
    hasHistory: new Set(trend.days.map((day) => countsOf(day).join())).size > 5 && first?.total === summary.total,
    trendEndsWithTheBoard: last !== undefined && countsOf(last).join() === countsOf(summary).join(),
  };
};

/** The draft of the demo tenant, with its history. */
export const reviewed = async (acme: TestTenant): Promise<object> => {
  const drafts = await acme.admin<{ items: Array<{ id: string; status: string; writtenBy: { kind: string } }> }>(
    'GET',
    '/drafts',
  );
  const path = `/drafts/${drafts.body.items[0]?.id}`;
  const versions = await acme.admin<{ items: Array<{ actor: string }> }>('GET', `${path}/versions`);
  const comments = await acme.admin<{ items: Array<{ author: string }> }>('GET', `${path}/comments`);
  const draft = await acme.admin<{ checks: Array<{ level: string }> }>('GET', path);
  return {
    statuses: drafts.body.items.map(({ status }) => status),
    writtenBy: drafts.body.items[0]?.writtenBy.kind,
    editors: versions.body.items.map(({ actor }) => actor),
    commenters: comments.body.items.map(({ author }) => author),
    blocking: draft.body.checks.filter(({ level }) => level === 'blocks'),
  };
};
