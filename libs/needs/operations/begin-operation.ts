import { type TenantTransaction, ids } from '#platform/database';
import type { OperationKind } from './operation.js';

export interface NewOperation {
  readonly kind: OperationKind;
  /** What was asked for, as its steps read it back. */
  readonly input: object;
  readonly unit: 'people' | 'needs';
  readonly total: number;
  readonly actor: string;
}

/** Begins an operation, which has no items yet. @returns its UUID */
export async function beginOperation(
  tx: TenantTransaction,
  { kind, input, unit, total, actor }: NewOperation,
): Promise<string> {
  const id = ids.next();
  await tx.execute(
    'insert into operation (tenant_id, id, kind, input, unit, total, created_by, actor) values (?, ?, ?, ?::jsonb, ?, ?, ?, ?)',
    [tx.tenantId, id, kind, JSON.stringify(input), unit, total, actor, actor],
  );
  return id;
}
