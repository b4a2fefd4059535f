import { Module } from '@nestjs/common';
import { RefusedExpiry } from './refused/refused-expiry.js';

@Module({ providers: [RefusedExpiry] })
export class IntegrationJobsModule {}
