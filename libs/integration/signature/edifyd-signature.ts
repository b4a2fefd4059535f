import { createHmac } from 'node:crypto';
import type { SignatureClaim } from './signature-claim.js';

const HEX_SHA256 = /^[0-9a-f]{64}$/;
const NO_MAC = Buffer.alloc(32);

/**
 * `x-edifyd-signature` (connector API, "Authentication"): the lowercase hex HMAC-SHA256 (RFC 2104) of the raw body,
 * keyed by the characters of the secret.
 * @param header as received; several headers arrive joined by ", " and are malformed
 */
export function edifydClaim(header: unknown): SignatureClaim {
  const wellFormed = typeof header === 'string' && HEX_SHA256.test(header);
  return {
    wellFormed,
    macs: [wellFormed ? Buffer.from(header, 'hex') : NO_MAC],
    keyOf: ({ key }) => key,
    startMac: (key) => createHmac('sha256', key),
  };
}
