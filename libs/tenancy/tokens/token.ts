import { createHash, randomBytes } from 'node:crypto';

/** The kind of a token by its prefix, for people and for scanners of leaked secrets. */
const PREFIXES = { api: 'edt_', session: 'eds_', password: 'edp_', learner: 'edl_' } as const;
export type TokenKind = keyof typeof PREFIXES;

const TENANT_BYTES = 16;
const TOKEN_BYTES = TENANT_BYTES + 32;

/**
 * A new token: its kind's prefix and base64url of the tenant's id and 32 random bytes. The id lets a request enter
 * its tenant's scope before the first query, so that no query has to read the tokens of all tenants.
 */
export function newToken(kind: TokenKind, tenantId: string): string {
  return (
    PREFIXES[kind] +
    Buffer.concat([Buffer.from(tenantId.replaceAll('-', ''), 'hex'), randomBytes(32)]).toString('base64url')
  );
}

/** The tenant's id in a token, or null if the text is no token of that kind. Only the stored hash proves it. */
export function claimedTenant(kind: TokenKind, token: string): string | null {
  const prefix = PREFIXES[kind];
  if (!token.startsWith(prefix)) return null;
  const bytes = Buffer.from(token.slice(prefix.length), 'base64url');
  if (bytes.length !== TOKEN_BYTES) return null;
  const hex = bytes.subarray(0, TENANT_BYTES).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** SHA-256 of a token: 256 random bits need no slow hash. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
