import type { TenantTransaction } from '#platform/database';
import { audit } from '#tenancy';
import type { Operation, OperationStatus, Progress } from './operation.js';

/**
 * Writes down how far an operation is after a step, which may be further than it was to go, as people are added
 * meanwhile; its end is told in the audit log, in one entry for all that it did.
 */
export async function recordProgress(
  tx: TenantTransaction,
  operation: Operation,
  { done, failed, finished }: Progress,
): Promise<void> {
  const undoes = operation.status === 'undoing';
  await tx.execute(
    `update operation set done = done + ?, total = greatest(total, done + ?), failed = failed + ?, undone = undone + ?, status = ?, attempts = 0, error = null,
       touched_at = now(), finished_at = case when ? then now() end
     where tenant_id = ? and id = ?`,
    [
      undoes ? 0 : done,
      undoes ? 0 : done,
      undoes ? 0 : failed,
      undoes ? done : 0,
      statusAfter(undoes, finished),
      finished,
      tx.tenantId,
      operation.id,
    ],
  );
  if (finished) await tellEnd(tx, operation);
}

function statusAfter(undoes: boolean, finished: boolean): OperationStatus {
  if (undoes) return finished ? 'undone' : 'undoing';
  return finished ? 'done' : 'running';
}

async function tellEnd(tx: TenantTransaction, { id, kind, input, actor, status }: Operation): Promise<void> {
  const [sums] = await tx.execute<object[]>(
    `select total, done, failed, undone, sum(assigned)::integer as assigned, sum(already_assigned)::integer as "alreadyAssigned", sum(already_valid)::integer as "alreadyValid",
       sum(exempt)::integer as exempt, sum(gone)::integer as "left"
     from operation left join operation_item item on item.tenant_id = operation.tenant_id and item.operation_id = operation.id
     where operation.tenant_id = ? and operation.id = ? group by total, done, failed, undone`,
    [tx.tenantId, id],
  );
  audit(tx, {
    tenantId: tx.tenantId,
    actor,
    action: status === 'undoing' ? 'operation.undone' : 'operation.done',
    subject: { kind: 'operation', id },
    after: { kind, input, ...sums },
  });
}
