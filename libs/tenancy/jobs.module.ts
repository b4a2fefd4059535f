import { Module } from '@nestjs/common';
import { KeyExpiry } from './idempotency/key-expiry.js';

@Module({ providers: [KeyExpiry] })
export class TenancyJobsModule {}
