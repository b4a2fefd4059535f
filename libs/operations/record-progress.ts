import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';
import { audit } from '#tenancy';
import type { Progress } from './operation-steps.js';
import { Operation } from './operation.entity.js';
import type { OperationStatus } from './operation.js';

/**
 * Adds the progress of a step to an operation, which the transaction has locked. The total grows if people were added
 * meanwhile, and in the end is what was processed: people may have left. The end of an operation is one entry in the
 * audit log.
 */
export async function recordProgress(
  tx: TenantTransaction,
  operation: Operation,
  { done, failed, finished, reachedTo, result }: Progress,
): Promise<void> {
  const isUndoing = operation.status === 'undoing';
  const counters = isUndoing
    ? { undone: operation.undone + done }
    : {
        done: operation.done + done,
        total: Math.max(finished ? 0 : operation.total, operation.done + done),
        failed: operation.failed + failed,
      };
  await tx.nativeUpdate(
    Operation,
    { id: operation.id },
    {
      ...counters,
      ...(reachedTo === undefined ? {} : { reachedTo }),
      status: statusAfter(isUndoing, finished),
      attempts: 0,
      error: null,
      touchedAt: sql.now(),
      finishedAt: finished ? sql.now() : null,
    },
  );
  if (finished) await auditEnd(tx, { ...operation, ...counters }, result);
}

function statusAfter(isUndoing: boolean, finished: boolean): OperationStatus {
  if (isUndoing) return finished ? 'undone' : 'undoing';
  return finished ? 'done' : 'running';
}

async function auditEnd(
  tx: TenantTransaction,
  { id, kind, input, actor, status, total, done, failed, undone }: Operation,
  result: object | undefined,
): Promise<void> {
  audit(tx, {
    actor,
    action: status === 'undoing' ? 'operation.undone' : 'operation.done',
    subject: { kind: 'operation', id },
    after: { kind, input, total, done, failed, undone, ...(result ?? (await sumsOfItems(tx, id))) },
  });
}

async function sumsOfItems(tx: TenantTransaction, operationId: string): Promise<object> {
  const [sums] = await tx.execute<object[]>(
    sql`select sum(assigned)::integer as assigned, sum(already_assigned)::integer as "alreadyAssigned",
          sum(already_valid)::integer as "alreadyValid", sum(exempt)::integer as exempt, sum(gone)::integer as "left"
        from operation_item where tenant_id = ${tx.tenantId} and operation_id = ${operationId}`,
  );
  return { ...sums };
}
