import { Module } from '@nestjs/common';
import { TenancyModule } from '#tenancy';
import { DocsController } from './api-docs/docs.controller.js';
import { HealthController } from './health/health.controller.js';
import { Health } from './health/health.js';
import { QueueBoardRoute } from './queue-board/queue-board.route.js';

@Module({
  imports: [TenancyModule],
  controllers: [HealthController, DocsController],
  providers: [Health, QueueBoardRoute],
})
export class DiagnosticsHttpModule {}
