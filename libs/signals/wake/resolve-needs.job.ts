import { defineWakeJob } from '#platform/queue';

/**
 * "This tenant, or this group of tenants, has unresolved needs": a wake-up without data that could be lost with the
 * queue. Handled in libs/needs/resolution.
 */
export const ResolveNeeds = defineWakeJob({
  queue: 'resolve-needs',
  attempts: 3,
  backoffMs: 500,
  // The jobs share sets (`TenantSets`). There is room for all groups and for jobs that name tenants, so that these
  // never wait for groups. Other processes get their share of the groups, since each waits for its next job after two
  // seconds.
  concurrency: 80,
});
