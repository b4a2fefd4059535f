import { type TenantTransaction, ids } from '#platform/database';
import { addItems } from './operation-items.js';
import { Operation } from './operation.entity.js';
import type { OperationKind, OperationUnit } from './operation.js';

export interface NewOperation {
  readonly kind: OperationKind;
  /** The request, in the format that the steps of the kind parse. */
  readonly input: object;
  readonly unit: OperationUnit;
  readonly total: number;
  readonly actor: string;
  /** UUIDs of its needs. */
  readonly needIds: readonly string[];
}

/** Inserts an operation and its items in the status `waiting`. @returns the operation's UUID */
export async function beginOperation(
  tx: TenantTransaction,
  { kind, input, unit, total, actor, needIds }: NewOperation,
): Promise<string> {
  const id = ids.next();
  await tx.insert(Operation, { tenantId: tx.tenantId, id, kind, input, unit, total, createdBy: actor, actor });
  await addItems(tx, id, needIds);
  return id;
}
