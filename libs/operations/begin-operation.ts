import { type TenantTransaction, ids } from '#platform/database';
import { addItems } from './operation-items.js';
import type { OperationKind } from './operation.js';

export interface NewOperation {
  readonly kind: OperationKind;
  /** What was asked for, as its steps read it back. */
  readonly input: object;
  readonly unit: 'people' | 'needs';
  readonly total: number;
  readonly actor: string;
  /** UUIDs of the needs that it works on. */
  readonly needIds: readonly string[];
}

/** Begins an operation; its needs wait to be worked on. @returns its UUID */
export async function beginOperation(
  tx: TenantTransaction,
  { kind, input, unit, total, actor, needIds }: NewOperation,
): Promise<string> {
  const id = ids.next();
  await tx.execute(
    'insert into operation (tenant_id, id, kind, input, unit, total, created_by, actor) values (?, ?, ?, ?::jsonb, ?, ?, ?, ?)',
    [tx.tenantId, id, kind, JSON.stringify(input), unit, total, actor, actor],
  );
  await addItems(tx, id, needIds);
  return id;
}
