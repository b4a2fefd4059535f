import { Module } from '@nestjs/common';
import { KeyExpiry } from './idempotency/key-expiry.js';
import { TenantDeletions } from './offboarding/tenant-deletions.js';

@Module({ providers: [KeyExpiry, TenantDeletions] })
export class TenancyJobsModule {}
