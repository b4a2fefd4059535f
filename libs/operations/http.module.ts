import { Module } from '@nestjs/common';
import { HealthController } from './health/health.controller.js';
import { Health } from './health/health.js';

@Module({ controllers: [HealthController], providers: [Health] })
export class OperationsHttpModule {}
