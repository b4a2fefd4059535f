import { defineTenantJob } from '#platform/queue';

/**
 * "This tenant has unresolved needs": a wake-up without data that could be lost with the queue. For each tenant, at
 * most one job waits and one runs. Handled in libs/needs/resolution.
 */
export const ResolveNeeds = defineTenantJob({
  queue: 'resolve-needs',
  attempts: 3,
  backoffMs: 500,
  concurrency: 1,
});
