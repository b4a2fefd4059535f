import { defineTenantJob } from '#platform/queue';

/**
 * "This tenant has something to tell its webhooks": a wake-up, which carries nothing that could be lost with the queue.
 * At most one waits and one runs per tenant; a job spends its time waiting for answers, so that many run beside each
 * other.
 */
export const SendWebhooks = defineTenantJob({
  queue: 'send-webhooks',
  attempts: 3,
  backoffMs: 500,
  concurrency: 20,
});
