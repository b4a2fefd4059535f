import { type TenantTransaction, ids } from '#platform/database';
import { audit } from '../audit/audit-log.js';
import { ApiToken } from './api-token.entity.js';
import type { Role } from '../access/role.js';
import { newToken, tokenHash } from './token.js';

export interface NewToken {
  readonly name: string;
  readonly role: Role;
  /** Default: never. */
  readonly expiresAt?: Date;
}

export interface IssuedToken {
  readonly row: ApiToken;
  /** Not stored, so it can be shown only once. */
  readonly token: string;
}

/** Creates an API token of the tenant. */
export function issueToken(
  tx: TenantTransaction,
  { tenantId, actor }: { tenantId: string; actor: string },
  { name, role, expiresAt }: NewToken,
): IssuedToken {
  const token = newToken('api', tenantId);
  const row = tx.create(ApiToken, {
    tenantId,
    id: ids.next(),
    name,
    role,
    hash: tokenHash(token),
    createdBy: actor,
    expiresAt,
  });
  audit(tx, {
    actor,
    action: 'token.created',
    subject: { kind: 'token', id: row.id },
    after: { name, role, ...(expiresAt === undefined ? {} : { expiresAt }) },
  });
  return { row, token };
}
