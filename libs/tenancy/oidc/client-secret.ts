import { open, seal } from '../secrets/secret-box.js';
import type { OidcSettings } from './oidc-settings.entity.js';

/** Seals the secret by which the engine shows the provider who it is. */
export function sealSecret(key: Buffer, secret: string, tenantId: string): Buffer {
  return seal(key, secret, contextOf(tenantId));
}

export function openSecret(
  key: Buffer,
  { tenantId, sealedSecret }: Pick<OidcSettings, 'tenantId' | 'sealedSecret'>,
): string {
  return open(key, Buffer.from(sealedSecret), contextOf(tenantId));
}

/** A row copied to another tenant, or a signing secret, does not open here. */
function contextOf(tenantId: string): string {
  return `oidc:${tenantId}`;
}
