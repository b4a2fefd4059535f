import { Module } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { OperationRegistry, OperationsModule } from '#operations';
import { QueueModule } from '#platform/queue';
import { ResolveNeeds } from '#signals';
import { AssignSteps } from './assigning/assign-steps.js';
import { MoveSteps } from './bulk/move-steps.js';
import { CompletionSignals } from './completions/completion-signals.js';
import { ErasureMetrics } from './erasure/erasure.metrics.js';
import { Erasures } from './erasure/erasures.js';
import { SnoozedNeeds } from './lifecycle/snoozed-needs.js';
import { NeedsModule } from './needs.module.js';
import { OfferSteps } from './offers/offer-steps.js';
import { Rematch } from './rematch/rematch.js';
import { RematchNeedsHandler } from './rematch/rematch-needs.handler.js';
import { RematchNeeds } from './rematch/rematch-needs.job.js';
import { BacklogMetrics } from './resolution/backlog.metrics.js';
import { ResolutionModule } from './resolution/resolution.module.js';
import { ResolveNeedsHandler } from './resolution/resolve-needs.handler.js';
import { Sweep } from './sweep.js';

@Module({
  imports: [
    CatalogModule,
    NeedsModule,
    OperationsModule,
    QueueModule.sends(ResolveNeeds, RematchNeeds),
    ResolutionModule,
  ],
  providers: [
    BacklogMetrics,
    CompletionSignals,
    ErasureMetrics,
    Erasures,
    Rematch,
    RematchNeedsHandler,
    ResolveNeedsHandler,
    SnoozedNeeds,
    Sweep,
    AssignSteps,
    MoveSteps,
    OfferSteps,
  ],
})
export class NeedsJobsModule {
  /** Registers the operations on needs. Modules are constructed before any queue worker takes a job. */
  constructor(operations: OperationRegistry, offers: OfferSteps, moves: MoveSteps, assigning: AssignSteps) {
    operations.register('offer', offers);
    operations.register('dismiss', moves);
    operations.register('snooze', moves);
    operations.register('assign', assigning);
  }
}
