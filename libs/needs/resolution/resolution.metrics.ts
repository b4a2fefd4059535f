import { TenantCounter, histogram } from '#platform/telemetry';
import type { NeedResolution } from './resolve-need.js';

const resolvedNeeds = new TenantCounter<NeedResolution['recommendation']>(
  { name: 'needs_resolved_total', help: 'Needs resolved, by what is recommended: course or author_one.' },
  'recommendation',
);

const failedNeeds = new TenantCounter<'tried_again' | 'set_aside'>(
  { name: 'needs_failed_total', help: 'Resolutions that failed, by what follows: tried_again, or set_aside after the last try.' },
  'outcome',
);

const timeToResolve = histogram({
  name: 'time_to_resolve_seconds',
  help: 'From the moment a need became unresolved (or due again, after a failed try) until its resolution was committed.',
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800, 3_600],
});

/**
 * Counts a need whose resolution is committed.
 * @param unresolvedSince by the clock of the process that received the signal, which may run ahead of this one's
 */
export function needResolved(slug: string, recommendation: NeedResolution['recommendation'], unresolvedSince: Date): void {
  resolvedNeeds.add(slug, recommendation);
  timeToResolve.observe(Math.max(0, Date.now() - unresolvedSince.getTime()) / 1_000);
}

/** Counts needs whose resolution failed. */
export function needsFailed(slug: string, outcome: 'tried_again' | 'set_aside', count: number): void {
  failedNeeds.add(slug, outcome, count);
}
