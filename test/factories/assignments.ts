import type { Schemas } from '#client';
import type { TestTenant } from '../harness/tenant.js';

/** Offers the course of a need, or another one. */
export function offer(
  tenant: TestTenant,
  needId: string,
  body: Schemas['OfferBody'] = {},
): Promise<Schemas['OfferResult']> {
  return tenant.api.offerNeed({ path: { id: needId }, body });
}

/** Completes the open assignments of a worker. @param worker the id or a key */
export async function completeAll(
  tenant: TestTenant,
  worker: string,
  body: Schemas['CompleteBody'] = {},
): Promise<void> {
  const { items } = await tenant.api.listAssignments({ query: { worker, status: ['assigned'] } });
  for (const { id } of items) await tenant.api.completeAssignment({ path: { id }, body });
}
