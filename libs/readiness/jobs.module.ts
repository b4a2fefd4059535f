import { Module } from '@nestjs/common';
import { QueueModule } from '#platform/queue';
import { ReadinessModule } from './readiness.module.js';
import { ReadinessMetrics } from './upkeep/readiness.metrics.js';
import { Recompute } from './upkeep/recompute.js';
import { RecomputeReadinessHandler } from './upkeep/recompute-readiness.handler.js';
import { RecomputeReadiness } from './marks/recompute-readiness.job.js';
import { ReadinessSweep } from './upkeep/readiness-sweep.js';
import { Recount } from './upkeep/recount.js';

@Module({
  imports: [ReadinessModule, QueueModule.sends(RecomputeReadiness)],
  providers: [Recompute, RecomputeReadinessHandler, ReadinessSweep, ReadinessMetrics, Recount],
})
export class ReadinessJobsModule {}
