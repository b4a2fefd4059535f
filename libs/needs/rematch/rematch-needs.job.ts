import { defineJob } from '#platform/queue';

/**
 * "What this tenant's topics are matched with has changed": a wake-up, which carries nothing that could be lost with
 * the queue. At most one waits and one runs per tenant. Handled by `rematch-needs.handler.ts`; what was lost is found
 * by the sweep.
 */
export const RematchNeeds = defineJob<{ tenantId: string }>({
  queue: 'rematch-needs',
  attempts: 3,
  backoffMs: 500,
  concurrency: 1,
  deduplicationId: ({ tenantId }) => tenantId,
  parse: (data) => {
    const tenantId = typeof data === 'object' && data !== null && 'tenantId' in data ? data.tenantId : undefined;
    if (typeof tenantId !== 'string') throw new Error('a rematch-needs job without tenantId');
    return { tenantId };
  },
});
