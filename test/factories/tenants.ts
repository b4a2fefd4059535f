import type { Schemas } from '#client';
import type { SharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

/** Changes a tenant as its operator does: what its plan allows, or whether it is suspended. */
export async function changeTenant(
  engine: Pick<SharedEngine, 'operator'>,
  { slug }: TestTenant,
  change: Schemas['ChangeTenantBody'],
): Promise<void> {
  const response = await engine.operator('PATCH', `/tenants/${slug}`, change);
  if (response.status !== 200) throw new Error(`the change was answered ${response.status}: ${await response.text()}`);
}
