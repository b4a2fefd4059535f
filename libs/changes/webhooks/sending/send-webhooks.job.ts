import { defineJob } from '#platform/queue';

export interface SendWebhooksPayload {
  readonly tenantId: string;
}

/**
 * "This tenant has something to tell its webhooks": a wake-up, which carries nothing that could be lost with the queue.
 * At most one waits and one runs per tenant; a job spends its time waiting for answers, so that many run beside each
 * other.
 */
export const SendWebhooks = defineJob<SendWebhooksPayload>({
  queue: 'send-webhooks',
  attempts: 3,
  backoffMs: 500,
  concurrency: 20,
  deduplicationId: ({ tenantId }) => tenantId,
  parse: (data) => {
    const tenantId = typeof data === 'object' && data !== null && 'tenantId' in data ? data.tenantId : undefined;
    if (typeof tenantId !== 'string') throw new Error('a send-webhooks job without tenantId');
    return { tenantId };
  },
});
