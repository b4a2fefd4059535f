import { Module } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { QueueModule } from '#platform/queue';
import { ResolveNeeds } from '#signals';
import { MoveSteps } from './bulk/move-steps.js';
import { CompletionSignals } from './completions/completion-signals.js';
import { OfferSteps } from './offers/offer-steps.js';
import { OperationRunner } from './operations/operation-runner.js';
import { OperationSweep } from './operations/operation-sweep.js';
import { RunOperation } from './operations/run-operation.job.js';
import { RunOperationHandler } from './operations/run-operation.handler.js';
import { Rematch } from './rematch/rematch.js';
import { RematchNeedsHandler } from './rematch/rematch-needs.handler.js';
import { RematchNeeds } from './rematch/rematch-needs.job.js';
import { BacklogMetrics } from './resolution/backlog.metrics.js';
import { Resolution } from './resolution/resolution.js';
import { ResolveNeedsHandler } from './resolution/resolve-needs.handler.js';
import { Sweep } from './resolution/sweep.js';

@Module({
  imports: [CatalogModule, QueueModule.sends(ResolveNeeds, RematchNeeds, RunOperation)],
  providers: [
    BacklogMetrics,
    CompletionSignals,
    Rematch,
    RematchNeedsHandler,
    Resolution,
    ResolveNeedsHandler,
    Sweep,
    MoveSteps,
    OfferSteps,
    OperationRunner,
    OperationSweep,
    RunOperationHandler,
  ],
})
export class NeedsJobsModule {}
