import { expect } from '@jest/globals';
import type { Schemas } from '#client';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

/** Waits until an operation is as expected. */
export async function operationIs(tenant: TestTenant, id: string | null, expected: object): Promise<void> {
  await eventually(
    async () => expect(await tenant.api.getOperation({ path: { id: id ?? '' } })).toMatchObject(expected),
    30_000,
  );
}

/** Waits until an operation has a status. @returns the operation, with the first page of its items */
export async function operationEnded(
  tenant: TestTenant,
  id: string | null,
  status: Schemas['OperationDetail']['status'] = 'done',
): Promise<Schemas['OperationDetail']> {
  await operationIs(tenant, id, { status });
  return tenant.api.getOperation({ path: { id: id ?? '' } });
}

/** Starts an action about many needs, and waits until it is done. @returns the id of the operation */
export async function bulkDone(tenant: TestTenant, body: Schemas['BulkBody']): Promise<string> {
  const { operationId } = await tenant.api.startBulk({ body });
  return (await operationEnded(tenant, operationId)).id;
}

/** Undoes an operation, and waits until it is undone. @returns the operation, with the first page of its items */
export async function undo(tenant: TestTenant, id: string | null): Promise<Schemas['OperationDetail']> {
  await tenant.api.undoOperation({ path: { id: id ?? '' } });
  return operationEnded(tenant, id, 'undone');
}
