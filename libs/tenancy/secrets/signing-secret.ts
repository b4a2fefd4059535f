import { randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** A new signing secret: `whsec_` and base64 of 32 random bytes, the format of Standard Webhooks. */
export function newSigningSecret(): string {
  return PREFIX + randomBytes(32).toString('base64');
}

/**
 * The decoded bytes of a secret, the HMAC key of Standard Webhooks; the key of `x-edifyd-signature` is the secret's
 * characters.
 */
export function decodedSecret(secret: string): Buffer {
  return Buffer.from(secret.slice(PREFIX.length), 'base64');
}
