import { Injectable } from '@nestjs/common';
import { contextOfResponse } from '../idempotency/sealed-response.js';
import { contextOfClientSecret } from '../oidc/client-secret.js';
import { SealedColumns } from './sealed-columns.js';

/** Registers the encrypted columns of this library. */
@Injectable()
export class TenancySealedColumns {
  constructor(columns: SealedColumns) {
    columns.register(
      { table: 'signing_secret', column: 'sealed', context: ({ tenant_id: tenantId = '' }) => tenantId },
      {
        table: 'oidc_settings',
        column: 'sealed_secret',
        context: ({ tenant_id: tenantId = '' }) => contextOfClientSecret(tenantId),
      },
      {
        table: 'idempotency_key',
        column: 'answer',
        context: ({ tenant_id: tenantId = '', caller = '', key = '' }) => contextOfResponse({ tenantId, caller, key }),
      },
    );
  }
}
