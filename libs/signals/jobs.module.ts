import { Module } from '@nestjs/common';
import { Retention } from './retention/retention.js';

@Module({ providers: [Retention] })
export class SignalsJobsModule {}
