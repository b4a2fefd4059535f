import { createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { LiveSecret, TenantKeys } from '#tenancy';
import { edifydClaim } from './edifyd-signature.js';
import { standardClaim } from './standard-webhooks.js';

/** Signs for nobody: an unknown tenant and a malformed signature cost one HMAC too, so that all refusals take the same time. */
const nobody = createSecretKey(randomBytes(32));
const NOBODY: readonly LiveSecret[] = [{ id: '', key: nobody, decodedKey: nobody, expiresAt: null }];

/**
 * Finds the live secret that signed a request, by `x-edifyd-signature` or else by the headers of Standard Webhooks.
 * @param tenant the keys of the tenant named in the URL; undefined where it is unknown or suspended
 * @param now milliseconds since the epoch
 * @returns null where none did
 */
export function signerOf(tenant: TenantKeys | undefined, headers: IncomingHttpHeaders, body: Buffer, now: number): LiveSecret | null {
  const own = headers['x-edifyd-signature'];
  const claim = own === undefined && headers['webhook-signature'] !== undefined ? standardClaim(headers, now) : edifydClaim(own);
  const secrets = tenant !== undefined && tenant.secrets.length > 0 ? tenant.secrets : NOBODY;
  let signer: LiveSecret | null = null;
  for (const secret of secrets) {
    const mac = claim.macOf(claim.keyOf(secret), body);
    // Every comparison is made, whatever the ones before it said.
    const equal = claim.macs.map((claimed) => timingSafeEqual(mac, claimed)).includes(true);
    if (equal && (secret.expiresAt === null || secret.expiresAt > now)) signer = secret;
  }
  return claim.wellFormed && secrets !== NOBODY ? signer : null;
}
