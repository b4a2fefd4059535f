import { defineTenantJob } from '#platform/queue';

/**
 * "This tenant has unresolved needs": a wake-up without data that could be lost with the queue. For each tenant, at
 * most one job waits and one runs. Handled in libs/needs/resolution.
 */
export const ResolveNeeds = defineTenantJob({
  queue: 'resolve-needs',
  attempts: 3,
  backoffMs: 500,
  // Jobs share sets (`TenantSets`): two of them are resolved at the same time, and this many jobs wait for the next ones.
  concurrency: 96,
});
