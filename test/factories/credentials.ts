import type { Schemas } from '#client';
import type { TestTenant } from '../harness/tenant.js';

/** A credential of the worker whose external id is given, or another key; without `expiresAt` it never expires. */
export function addCredential(
  tenant: TestTenant,
  fields: Partial<Schemas['CreateCredentialBody']>,
): Promise<Schemas['CredentialView']> {
  return tenant.api.createCredential({ body: { name: 'WAH licence', ...fields } });
}
