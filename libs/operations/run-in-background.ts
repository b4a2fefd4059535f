import { type TenantTransaction, afterCommit } from '#platform/database';
import type { JobSender } from '#platform/queue';
import { RunOperation } from './run-operation.job.js';

/** Lets the worker run the steps of the tenant's operations after the transaction has committed. */
export function runInBackground(tx: TenantTransaction, jobs: JobSender): void {
  const { tenantId } = tx;
  afterCommit(tx, () => void jobs.send(RunOperation, [{ tenantId }]));
}
