import { TenantCounter, histogram } from '#platform/telemetry';
import type { NeedResolution } from './resolve-need.js';
import type { UnresolvedNeed } from './unresolved-needs.js';

const resolvedNeeds = new TenantCounter<NeedResolution['recommendation']>(
  { name: 'needs_resolved_total', help: 'Needs resolved, by what is recommended: course or author_one.' },
  'recommendation',
);

const failedNeeds = new TenantCounter<'tried_again' | 'set_aside'>(
  {
    name: 'needs_failed_total',
    help: 'Resolutions that failed, by the consequence: tried_again, or set_aside after the last attempt.',
  },
  'outcome',
);

const timeToResolve = histogram({
  name: 'time_to_resolve_seconds',
  help: 'From the moment a need became unresolved (or due again, after a failed attempt) until its resolution was committed.',
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800, 3_600],
});

/** Counts the needs of a set whose resolution is committed, and their waits. */
export function countResolved(
  slug: string,
  needs: readonly UnresolvedNeed[],
  resolutions: readonly NeedResolution[],
  storedIds: readonly string[],
): void {
  const stored = new Set(storedIds);
  for (const { id, recommendation } of resolutions) if (stored.has(id)) resolvedNeeds.add(slug, recommendation);
  const now = Date.now() / 1_000;
  // The clock of the process that received a signal may run ahead of this one's.
  for (const { id, unresolvedSince } of needs)
    if (stored.has(id)) timeToResolve.observe(Math.max(0, now - unresolvedSince));
}

/** Counts the needs of a set whose resolution failed. */
export function countFailed(slug: string, triedAgain: number, setAside: number): void {
  if (triedAgain > 0) failedNeeds.add(slug, 'tried_again', triedAgain);
  if (setAside > 0) failedNeeds.add(slug, 'set_aside', setAside);
}
