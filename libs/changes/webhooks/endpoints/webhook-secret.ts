import { open, seal } from '#tenancy';

/** Encrypts the secret of an endpoint. It can be decrypted for that endpoint only. */
export function sealSecret(key: Buffer, secret: string, tenantId: string, endpointId: string): Buffer {
  return seal(key, secret, context(tenantId, endpointId));
}

/** @throws Error if it was encrypted with another key, or for another endpoint */
export function openSecret(key: Buffer, box: Uint8Array, tenantId: string, endpointId: string): string {
  return open(key, Buffer.from(box), context(tenantId, endpointId));
}

function context(tenantId: string, endpointId: string): string {
  return `${tenantId} webhook ${endpointId}`;
}
