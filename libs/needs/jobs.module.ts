import { Module } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { QueueModule } from '#platform/queue';
import { ResolveNeeds } from '#signals';
import { Rematch } from './rematch/rematch.js';
import { RematchNeedsHandler } from './rematch/rematch-needs.handler.js';
import { RematchNeeds } from './rematch/rematch-needs.job.js';
import { BacklogMetrics } from './resolution/backlog.metrics.js';
import { Resolution } from './resolution/resolution.js';
import { ResolveNeedsHandler } from './resolution/resolve-needs.handler.js';
import { Sweep } from './resolution/sweep.js';

@Module({
  imports: [CatalogModule, QueueModule.sends(ResolveNeeds, RematchNeeds)],
  providers: [BacklogMetrics, Rematch, RematchNeedsHandler, Resolution, ResolveNeedsHandler, Sweep],
})
export class NeedsJobsModule {}
