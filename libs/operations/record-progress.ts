import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';
import { audit } from '#tenancy';
import type { Progress } from './operation-steps.js';
import { Operation } from './operation.entity.js';
import type { OperationStatus } from './operation.js';

/**
 * Adds the progress of a step to an operation, which the transaction has locked. The total grows if people were added
 * meanwhile. The end of an operation is one entry in the audit log.
 */
export async function recordProgress(
  tx: TenantTransaction,
  operation: Operation,
  { done, failed, finished }: Progress,
): Promise<void> {
  const isUndoing = operation.status === 'undoing';
  const counters = isUndoing
    ? { undone: operation.undone + done }
    : {
        done: operation.done + done,
        total: Math.max(operation.total, operation.done + done),
        failed: operation.failed + failed,
      };
  await tx.nativeUpdate(
    Operation,
    { id: operation.id },
    {
      ...counters,
      status: statusAfter(isUndoing, finished),
      attempts: 0,
      error: null,
      touchedAt: sql.now(),
      finishedAt: finished ? sql.now() : null,
    },
  );
  if (finished) await auditEnd(tx, operation);
}

function statusAfter(isUndoing: boolean, finished: boolean): OperationStatus {
  if (isUndoing) return finished ? 'undone' : 'undoing';
  return finished ? 'done' : 'running';
}

async function auditEnd(tx: TenantTransaction, { id, kind, input, actor, status }: Operation): Promise<void> {
  const [sums] = await tx.execute<object[]>(
    sql`select total, done, failed, undone, sum(assigned)::integer as assigned, sum(already_assigned)::integer as "alreadyAssigned",
          sum(already_valid)::integer as "alreadyValid", sum(exempt)::integer as exempt, sum(gone)::integer as "left"
        from operation left join operation_item item on item.tenant_id = operation.tenant_id and item.operation_id = operation.id
        where operation.tenant_id = ${tx.tenantId} and operation.id = ${id} group by total, done, failed, undone`,
  );
  audit(tx, {
    actor,
    action: status === 'undoing' ? 'operation.undone' : 'operation.done',
    subject: { kind: 'operation', id },
    after: { kind, input, ...sums },
  });
}
