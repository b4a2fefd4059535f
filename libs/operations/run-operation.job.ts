import { defineTenantJob } from '#platform/queue';

/**
 * "Operations of this tenant can continue": runs their steps for one turn; the next turn is at the tail of the queue.
 * At most one job waits, and one runs, per tenant, so that many operations of one tenant get as many turns as one of
 * another tenant. The progress is in the database, so that a job that is lost, or runs twice, costs only time.
 */
export const RunOperation = defineTenantJob({
  queue: 'run-operation',
  attempts: 3,
  backoffMs: 500,
  concurrency: 1,
});
