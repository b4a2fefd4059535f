import { defineWakeJob } from '#platform/queue';

/**
 * "This tenant, or this group of tenants, has unresolved needs": a wake-up without data that could be lost with the
 * queue. Handled in libs/needs/resolution.
 */
export const ResolveNeeds = defineWakeJob({
  queue: 'resolve-needs',
  attempts: 3,
  backoffMs: 500,
  // Jobs, and the tenants of a group, share sets (`TenantSets`). More jobs at once would leave other processes without.
  concurrency: 16,
});
