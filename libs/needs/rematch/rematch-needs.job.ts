import { defineWakeJob } from '#platform/queue';

/**
 * Wakes a worker after a change of the library of a tenant, or of tenants of a group. The job has no other content that
 * could be lost with the queue. Handled by `rematch-needs.handler.ts`; the sweep replaces lost jobs.
 */
export const RematchNeeds = defineWakeJob({
  queue: 'rematch-needs',
  attempts: 3,
  backoffMs: 500,
  // A tenant whose job waits for a lock, or has a hundred thousand topics, delays no other one.
  concurrency: 3,
});
