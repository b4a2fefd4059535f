/**
 * A job's contract: its queue, its payload, and its retries. It stands in one file of the library that sends it; the
 * handler is elsewhere (`@Handles`). Handlers are idempotent, since a job can run twice.
 */
export interface QueueContract {
  readonly queue: string;
  /** How many jobs of this queue one worker process runs concurrently. */
  readonly concurrency: number;
}

/** A queue's contract, with the payload of its jobs. */
export interface JobContract<Payload extends object> extends QueueContract {
  /** Including the first one. */
  readonly attempts: number;
  /** The wait before the first retry, in milliseconds; it doubles each time. */
  readonly backoffMs: number;
  /**
   * Jobs with the same id are merged while the first still waits; a job that is sent while it runs makes it run once
   * more.
   */
  readonly deduplicationId: (payload: Payload) => string;
  /** Parses a payload from the queue. @throws Error if it is invalid */
  readonly parse: (data: unknown) => Payload;
}

export function defineJob<Payload extends object>(contract: JobContract<Payload>): JobContract<Payload> {
  return contract;
}

/** What a job about a tenant carries: nothing that could be lost with the queue. */
export interface TenantPayload {
  readonly tenantId: string;
}

export function tenantPayloads(tenantIds: readonly string[]): TenantPayload[] {
  return tenantIds.map((tenantId) => ({ tenantId }));
}

/** A job that wakes the work on one tenant. At most one waits, and one runs, per tenant. */
export function defineTenantJob(
  contract: Omit<JobContract<TenantPayload>, 'deduplicationId' | 'parse'>,
): JobContract<TenantPayload> {
  return {
    ...contract,
    deduplicationId: ({ tenantId }) => tenantId,
    parse: (data) => {
      const tenantId = typeof data === 'object' && data !== null && 'tenantId' in data ? data.tenantId : undefined;
      if (typeof tenantId !== 'string') throw new Error(`a ${contract.queue} job without tenantId`);
      return { tenantId };
    },
  };
}
