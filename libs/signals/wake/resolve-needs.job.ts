import { defineJob } from '#platform/queue';

/**
 * "This tenant has unresolved needs": a wake-up, which carries nothing that could be lost with the queue. At most one
 * waits and one runs per tenant. Handled in libs/needs/resolution.
 */
export const ResolveNeeds = defineJob<{ tenantId: string }>({
  queue: 'resolve-needs',
  attempts: 3,
  backoffMs: 500,
  concurrency: 1,
  deduplicationId: ({ tenantId }) => tenantId,
  parse: (data) => {
    const tenantId = typeof data === 'object' && data !== null && 'tenantId' in data ? data.tenantId : undefined;
    if (typeof tenantId !== 'string') throw new Error('a resolve-needs job without tenantId');
    return { tenantId };
  },
});
