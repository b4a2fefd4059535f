import { defineTenantJob } from '#platform/queue';

/**
 * "Drafts of this tenant can continue": a wake-up without data that could be lost with the queue. At most one waits and
 * one runs per tenant. Handled by `write-drafts.handler.ts`; the sweep replaces lost jobs.
 */
export const WriteDrafts = defineTenantJob({
  queue: 'write-drafts',
  attempts: 3,
  backoffMs: 500,
  concurrency: 2,
});
