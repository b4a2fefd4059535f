import type { SecretsKeys } from '#platform/config';
import { open, seal } from '../secrets/secret-box.js';
import type { OidcSettings } from './oidc-settings.entity.js';

/** Encrypts the secret with which the engine authenticates to the provider. */
export function sealSecret(keys: SecretsKeys, secret: string, tenantId: string): Buffer {
  return seal(keys, secret, contextOfClientSecret(tenantId));
}

export function openSecret(
  keys: SecretsKeys,
  { tenantId, sealedSecret }: Pick<OidcSettings, 'tenantId' | 'sealedSecret'>,
): string {
  return open(keys, Buffer.from(sealedSecret), contextOfClientSecret(tenantId));
}

/** Binds the ciphertext, so that a row copied to another tenant, or a signing secret, cannot be decrypted here. */
export function contextOfClientSecret(tenantId: string): string {
  return `oidc:${tenantId}`;
}
