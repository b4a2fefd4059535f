import { defineJob } from '#platform/queue';

export interface RunOperationPayload {
  readonly tenantId: string;
  /** UUID. */
  readonly operationId: string;
}

/**
 * Runs steps of an operation for one turn; the next turn is at the tail of the queue. The progress is in the
 * database, so that a job that is lost, or runs twice, costs only time.
 */
export const RunOperation = defineJob<RunOperationPayload>({
  queue: 'run-operation',
  attempts: 3,
  backoffMs: 500,
  concurrency: 1,
  deduplicationId: ({ operationId }) => operationId,
  parse: (data) => {
    const { tenantId, operationId } =
      typeof data === 'object' && data !== null ? { tenantId: undefined, operationId: undefined, ...data } : {};
    if (typeof tenantId !== 'string' || typeof operationId !== 'string')
      throw new Error('a run-operation job without tenantId or operationId');
    return { tenantId, operationId };
  },
});
