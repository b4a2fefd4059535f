import { defineTenantJob } from '#platform/queue';

/**
 * "Topics of this tenant may be needed by enough people for a draft": a wake-up without data that could be lost with
 * the queue. At most one waits and one runs per tenant. Handled by `consider-topics.handler.ts`; what was lost is found
 * by the sweep.
 */
export const ConsiderTopics = defineTenantJob({
  queue: 'consider-topics',
  attempts: 3,
  backoffMs: 500,
  // A tenant whose job waits for a lock, or has thousands of topics, delays no other one.
  concurrency: 3,
});
