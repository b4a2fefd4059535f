import type { TenantTransaction } from '#platform/database';
import { audit } from '../audit/audit-log.js';
import { ApiToken } from './api-token.entity.js';

/** Revokes a token, unless it is revoked already. @returns whether the tenant has such a token */
export async function revokeToken(tx: TenantTransaction, id: string, actor: string): Promise<boolean> {
  if ((await tx.nativeUpdate(ApiToken, { id, revokedAt: null }, { revokedAt: new Date() })) === 0)
    return (await tx.count(ApiToken, { id })) > 0;
  const { name, role } = await tx.findOneOrFail(ApiToken, { id });
  audit(tx, { actor, action: 'token.revoked', subject: { kind: 'token', id }, before: { name, role } });
  return true;
}
