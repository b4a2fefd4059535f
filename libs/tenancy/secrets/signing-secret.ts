import { randomBytes } from 'node:crypto';

/** A new signing secret: `whsec_` and base64 of 32 random bytes, as Standard Webhooks writes them. */
export function newSigningSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}
