import { defineTenantJob } from '#platform/queue';

/**
 * "Needs of this tenant wait for a draft that has ended": a wake-up without data that could be lost with the queue. At
 * most one waits and one runs per tenant. Handled by `reopen-needs.handler.ts`; the sweep replaces lost jobs.
 */
export const ReopenNeeds = defineTenantJob({
  queue: 'reopen-needs',
  attempts: 3,
  backoffMs: 500,
  concurrency: 2,
});
