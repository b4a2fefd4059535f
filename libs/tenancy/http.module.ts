import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuditTrail } from './audit/audit-trail.js';
import { AuditController } from './audit/audit.controller.js';
import { AccessGuard } from './guards/access.guard.js';
import { MeController } from './me.controller.js';
import { OperatorController } from './tenants/operator.controller.js';
import { OperatorApi } from './tenants/operator-api.js';
import { SecretRegister } from './secrets/secret-list.js';
import { TenancyModule } from './tenancy.module.js';

@Module({
  imports: [TenancyModule],
  controllers: [OperatorController, MeController, AuditController],
  providers: [OperatorApi, SecretRegister, AuditTrail, { provide: APP_GUARD, useClass: AccessGuard }],
})
export class TenancyHttpModule {}
