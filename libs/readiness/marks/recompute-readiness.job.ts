import { defineWakeJob } from '#platform/queue';

/**
 * "The readiness of some workers of this tenant, or of tenants of this group, may have changed": a wake-up without data
 * that could be lost with the queue. Handled by `recompute-readiness.handler.ts`; what was lost is found by the sweep.
 */
export const RecomputeReadiness = defineWakeJob({
  queue: 'recompute-readiness',
  attempts: 3,
  backoffMs: 500,
  // Jobs, and the tenants of a group, share sets (`TenantSets`).
  concurrency: 16,
});
