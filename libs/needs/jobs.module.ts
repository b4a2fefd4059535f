import { Module } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { QueueModule } from '#platform/queue';
import { ResolveNeeds } from '#signals';
import { BacklogMetrics } from './resolution/backlog.metrics.js';
import { Resolution } from './resolution/resolution.js';
import { ResolveNeedsHandler } from './resolution/resolve-needs.handler.js';
import { Sweep } from './resolution/sweep.js';

@Module({
  imports: [CatalogModule, QueueModule.sends(ResolveNeeds)],
  providers: [BacklogMetrics, Resolution, ResolveNeedsHandler, Sweep],
})
export class NeedsJobsModule {}
