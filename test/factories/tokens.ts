import type { Schemas } from '#client';
import type { TestTenant } from '../harness/tenant.js';

/** A new token with a role, and the role as its name. */
export async function roleToken(tenant: TestTenant, role: Schemas['CreateApiTokenBody']['role']): Promise<string> {
  return (await tenant.api.createToken({ body: { name: role, role } })).token;
}

/** The tenant, called with a new token of a role. */
export async function asRole(tenant: TestTenant, role: Schemas['CreateApiTokenBody']['role']): Promise<TestTenant> {
  return tenant.as(await roleToken(tenant, role));
}
