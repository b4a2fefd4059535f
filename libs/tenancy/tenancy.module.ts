import { Module } from '@nestjs/common';
import { KeyRing } from './secrets/key-ring.js';
import { TenantsService } from './tenants/tenants.service.js';
import { TokensService } from './tokens/tokens.service.js';

@Module({ providers: [KeyRing, TenantsService, TokensService], exports: [KeyRing, TenantsService, TokensService] })
export class TenancyModule {}
