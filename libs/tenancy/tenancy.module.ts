import { Module } from '@nestjs/common';
import { SealedColumns } from './rekey/sealed-columns.js';
import { OperatorToken } from './guards/operator-token.js';
import { KeyRing } from './secrets/key-ring.js';
import { SecretUses } from './secrets/secret-uses.js';
import { TenantsService } from './operator/tenants.service.js';
import { TokensService } from './tokens/tokens.service.js';

@Module({
  providers: [OperatorToken, SealedColumns, KeyRing, SecretUses, TenantsService, TokensService],
  exports: [OperatorToken, SealedColumns, KeyRing, SecretUses, TenantsService, TokensService],
})
export class TenancyModule {}
