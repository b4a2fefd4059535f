import { DAY_MS } from '#platform/text';
import { hundredth } from '../harness/pages.js';
import { TOPICS } from '../harness/world.js';
import { LARGE_SITE, externalWorkerId, group, role } from './seed.js';
import type { BenchTenant } from './tenant.js';

/** Two requests that are compared: the first may take so many times as long as the second. */
export interface Comparison {
  readonly name: string;
  readonly ours: () => Promise<number>;
  readonly theirs: () => Promise<number>;
  /** Null: it is only shown. */
  readonly atMost: number | null;
}

const BY_SIZE = 2;
const ANOTHER_DAY = 10;
/** Beyond, so many people change that they are counted one by one. */
const NEAR_DAYS = 30;

const FILTERS = [
  '',
  `site=${encodeURIComponent(LARGE_SITE)}`,
  'site=Place%202',
  `role=${encodeURIComponent(role(1))}`,
  `group=${encodeURIComponent(group(2))}`,
  'status=not_ready',
  'status=at_risk',
  'status=ready',
  ...[
    'credential_expired',
    'credential_expiring',
    'credential_missing',
    'training_missing',
    'onboarding_open',
    'need',
    'assignment_overdue',
  ].map((kind) => `kind=${kind}`),
  'site=Place%201&status=not_ready',
  'site=Place%201&role=Role%201',
  'role=Role%201&kind=need',
  'status=at_risk&kind=need',
];

/** People are found, and counted, one by one. */
const TEXTS = [`topic=${encodeURIComponent(TOPICS[7] ?? '')}`, `q=${externalWorkerId(77)}`];

/** Each page has the total of what its filters find. */
export async function comparisonsOf(large: BenchTenant, small: BenchTenant): Promise<Comparison[]> {
  const bySize = (name: string, path: string, of = path, atMost: number | null = BY_SIZE): Comparison => ({
    name,
    ours: () => large.timed('GET', path),
    theirs: () => small.timed('GET', of),
    atMost,
  });
  const byDay = (path: string, days: number): Comparison => ({
    name: `${path}, ${days > 0 ? '+' : ''}${days} days`,
    ours: () => large.timed('GET', `${path}?asOf=${new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)}`),
    theirs: () => large.timed('GET', path),
    atMost: Math.abs(days) <= NEAR_DAYS ? ANOTHER_DAY : null,
  });
  const { cursor, page } = await hundredth(large, '');
  return [
    ...FILTERS.map((filter) => bySize(`/readiness?${decodeURIComponent(filter)}`, `/readiness?${filter}`)),
    ...TEXTS.map((filter) =>
      bySize(`/readiness?${decodeURIComponent(filter)}`, `/readiness?${filter}`, undefined, null),
    ),
    bySize(`/readiness, page ${page}`, `/readiness?cursor=${cursor ?? ''}`, '/readiness'),
    ...['', 'site=Place%201', 'role=Role%201', 'status=not_ready', 'kind=need'].map((filter) =>
      bySize(`/readiness/summary?${decodeURIComponent(filter)}`, `/readiness/summary?${filter}`),
    ),
    ...[-7, 1, 30, 365].flatMap((days) => [byDay('/readiness', days), byDay('/readiness/summary', days)]),
  ];
}
