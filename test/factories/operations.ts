import { expect } from '@jest/globals';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

/** Waits until an operation is as expected. */
export async function operationIs(tenant: TestTenant, id: string | null, expected: object): Promise<void> {
  await eventually(
    async () => expect(await tenant.api.getOperation({ path: { id: id ?? '' } })).toMatchObject(expected),
    30_000,
  );
}
