import { expect } from '@jest/globals';
import type { Schemas } from '#client';
import type { SharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { retryUnavailable } from '../harness/retrying-fetch.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';

/** Changes a tenant as its operator does: what its plan allows, or whether it is suspended. */
export async function changeTenant(
  engine: Pick<SharedEngine, 'operator'>,
  { slug }: TestTenant,
  change: Schemas['ChangeTenantBody'],
): Promise<void> {
  const response = await retryUnavailable('a change of a tenant', () =>
    engine.operator('PATCH', `/tenants/${slug}`, change),
  );
  if (response.status !== 200) throw new Error(`the change was answered ${response.status}: ${await response.text()}`);
}

/** Waits until a tenant is deleted. */
export function expectGone(engine: SharedEngine, slug: string): Promise<void> {
  return eventually(
    async () => expect((await engine.operator('GET', `/tenants/${slug}/usage`)).status).toBe(404),
    60_000,
  );
}

/**
 * Starts a worker, which deletes tenants at once, during `work`: those whose grace period has just ended, too, although
 * the engine waits two seconds for their requests.
 */
export async function whileDeleting(engine: SharedEngine, work: () => Promise<void>): Promise<void> {
  await engine.database.query(
    `update tenant set deletion_at = deletion_at - interval '2 seconds' where deletion_at <= now()`,
  );
  await withWorker(engine, work);
}
