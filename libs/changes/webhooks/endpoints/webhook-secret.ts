import { open, seal } from '#tenancy';

/** Seals the secret of an endpoint, so that it opens for that endpoint alone. */
export function sealSecret(key: Buffer, secret: string, tenantId: string, endpointId: string): Buffer {
  return seal(key, secret, context(tenantId, endpointId));
}

/** @throws Error where another key sealed it */
export function openSecret(key: Buffer, box: Uint8Array, tenantId: string, endpointId: string): string {
  return open(key, Buffer.from(box), context(tenantId, endpointId));
}

function context(tenantId: string, endpointId: string): string {
  return `${tenantId} webhook ${endpointId}`;
}
