import { defineTenantJob } from '#platform/queue';

/**
 * "This tenant has events for its webhooks": a wake-up without data that could be lost with the queue. For each tenant,
 * at most one job waits and one runs. Jobs mostly wait for responses, so that many run concurrently.
 */
export const SendWebhooks = defineTenantJob({
  queue: 'send-webhooks',
  attempts: 3,
  backoffMs: 500,
  concurrency: 20,
});
