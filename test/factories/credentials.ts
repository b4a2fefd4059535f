import type { Schemas } from '#client';
import type { TestTenant } from '../harness/tenant.js';

/** A credential of the worker whose external id is given, or another key; without `expiresAt` it never expires. */
export function addCredential(
  tenant: TestTenant,
  fields: Partial<Schemas['CreateCredentialBody']>,
): Promise<Schemas['CredentialView']> {
  return tenant.api.createCredential({ body: { name: 'WAH licence', ...fields } });
}

/** The credentials of a tenant, each with its name and the date on which it expires: at most 200. */
export async function credentialExpiries(tenant: TestTenant): Promise<Array<readonly [string, string | null]>> {
  const { items } = await tenant.api.listCredentials({ query: { limit: 200 } });
  return items.map(({ name, expiresAt }) => [name, expiresAt] as const);
}
