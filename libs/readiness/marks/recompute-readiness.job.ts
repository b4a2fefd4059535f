import { defineTenantJob } from '#platform/queue';

/**
 * "The readiness of some workers of this tenant may have changed": a wake-up, which carries nothing that could be lost
 * with the queue. At most one waits and one runs per tenant. Handled by `recompute-readiness.handler.ts`; what was lost
 * is found by the sweep.
 */
export const RecomputeReadiness = defineTenantJob({
  queue: 'recompute-readiness',
  attempts: 3,
  backoffMs: 500,
  concurrency: 1,
});
