import { defineTenantJob } from '#platform/queue';

/**
 * "This tenant has unresolved needs": a wake-up, which carries nothing that could be lost with the queue. At most one
 * waits and one runs per tenant. Handled in libs/needs/resolution.
 */
export const ResolveNeeds = defineTenantJob({
  queue: 'resolve-needs',
  attempts: 3,
  backoffMs: 500,
  concurrency: 1,
});
