import { Module } from '@nestjs/common';
import { DocsController } from './api-docs/docs.controller.js';
import { HealthController } from './health/health.controller.js';
import { Health } from './health/health.js';

@Module({ controllers: [HealthController, DocsController], providers: [Health] })
export class OperationsHttpModule {}
