import { Module } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { NeedsModule } from '#needs';
import { OperationRegistry, OperationsModule } from '#operations';
import { QueueModule } from '#platform/queue';
import { OfferMissingSteps } from './offer-missing/offer-missing-steps.js';
import { ReadinessModule } from './readiness.module.js';
import { ReadinessMetrics } from './upkeep/readiness.metrics.js';
import { Recompute } from './upkeep/recompute.js';
import { RecomputeReadinessHandler } from './upkeep/recompute-readiness.handler.js';
import { RecomputeReadiness } from './marks/recompute-readiness.job.js';
import { ReadinessSweep } from './upkeep/readiness-sweep.js';
import { Recount } from './upkeep/recount.js';

@Module({
  imports: [CatalogModule, NeedsModule, OperationsModule, ReadinessModule, QueueModule.sends(RecomputeReadiness)],
  providers: [Recompute, RecomputeReadinessHandler, ReadinessSweep, ReadinessMetrics, Recount, OfferMissingSteps],
})
export class ReadinessJobsModule {
  /** Registers the operation. Modules are constructed before any queue worker takes a job. */
  constructor(operations: OperationRegistry, offerMissing: OfferMissingSteps) {
    operations.register('offer_missing', offerMissing);
  }
}
