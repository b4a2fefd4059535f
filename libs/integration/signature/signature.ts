import { createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
import type { LiveSecret, TenantKeys } from '#tenancy';

const HEX_SHA256 = /^[0-9a-f]{64}$/;

/** Signs for nobody: an unknown tenant and a malformed signature cost one HMAC too, so that all refusals take the same time. */
const NOBODY: readonly LiveSecret[] = [{ key: createSecretKey(randomBytes(32)), expiresAt: null }];

/**
 * Checks `x-edifyd-signature`: the lowercase hex HMAC-SHA256 (RFC 2104) of the raw body, keyed by one of the tenant's live secrets.
 * @param tenant the keys of the tenant named in the URL; undefined where it is unknown or suspended
 * @param header the header as received; several headers arrive joined by ", " and are refused as malformed
 */
export function isSigned(tenant: TenantKeys | undefined, header: unknown, body: Buffer, now: number): boolean {
  const wellFormed = typeof header === 'string' && HEX_SHA256.test(header);
  const claimed = Buffer.from(wellFormed ? header : '0'.repeat(64), 'hex');
  const secrets = tenant !== undefined && tenant.secrets.length > 0 ? tenant.secrets : NOBODY;
  let matches = false;
  for (const { key, expiresAt } of secrets) {
    const equal = timingSafeEqual(createHmac('sha256', key).update(body).digest(), claimed);
    matches ||= equal && (expiresAt === null || expiresAt > now);
  }
  return matches && wellFormed && secrets !== NOBODY;
}
