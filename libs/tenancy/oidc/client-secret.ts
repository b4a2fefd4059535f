import { open, seal } from '../secrets/secret-box.js';
import type { OidcSettings } from './oidc-settings.entity.js';

/** Encrypts the secret with which the engine authenticates to the provider. */
export function sealSecret(key: Buffer, secret: string, tenantId: string): Buffer {
  return seal(key, secret, contextOf(tenantId));
}

export function openSecret(
  key: Buffer,
  { tenantId, sealedSecret }: Pick<OidcSettings, 'tenantId' | 'sealedSecret'>,
): string {
  return open(key, Buffer.from(sealedSecret), contextOf(tenantId));
}

/** Binds the ciphertext, so that a row copied to another tenant, or a signing secret, cannot be decrypted here. */
function contextOf(tenantId: string): string {
  return `oidc:${tenantId}`;
}
