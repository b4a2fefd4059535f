import { defineTenantJob } from '#platform/queue';

/**
 * Wakes a worker after a change of the tenant's library. The job has no other content that could be lost with the
 * queue. At most one waits and one runs for each tenant. Handled by `rematch-needs.handler.ts`; the sweep replaces
 * lost jobs.
 */
export const RematchNeeds = defineTenantJob({
  queue: 'rematch-needs',
  attempts: 3,
  backoffMs: 500,
  concurrency: 1,
});
