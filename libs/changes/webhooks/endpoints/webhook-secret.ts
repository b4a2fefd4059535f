import { Injectable } from '@nestjs/common';
import type { SecretsKeys } from '#platform/config';
import { SealedColumns, open, seal } from '#tenancy';

/** Encrypts the secret of an endpoint. It can be decrypted for that endpoint only. */
export function sealSecret(keys: SecretsKeys, secret: string, tenantId: string, endpointId: string): Buffer {
  return seal(keys, secret, contextOfSecret(tenantId, endpointId));
}

/** @throws Error if it was encrypted with another key, or for another endpoint */
export function openSecret(keys: SecretsKeys, box: Uint8Array, tenantId: string, endpointId: string): string {
  return open(keys, Buffer.from(box), contextOfSecret(tenantId, endpointId));
}

function contextOfSecret(tenantId: string, endpointId: string): string {
  return `${tenantId} webhook ${endpointId}`;
}

/** Registers the encrypted columns of endpoints. */
@Injectable()
export class WebhookSealedColumns {
  constructor(columns: SealedColumns) {
    for (const column of ['sealed', 'sealed_before'])
      columns.register({
        table: 'webhook_endpoint',
        column,
        context: ({ tenant_id: tenantId = '', id = '' }) => contextOfSecret(tenantId, id),
      });
  }
}
