import { defineJob } from '#platform/queue';

export interface RunOperationPayload {
  readonly tenantId: string;
  /** UUID. */
  readonly operationId: string;
}

/**
 * "This operation can go on": a turn of steps a job, then the next ones at the tail of the queue. How far it is stands
 * in the database, so that a job that is lost, or runs twice, costs nothing but time.
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
