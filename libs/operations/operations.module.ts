import { Module } from '@nestjs/common';
import { QueueModule } from '#platform/queue';
import { OperationRegistry } from './operation-registry.js';
import { RunOperation } from './run-operation.job.js';
import { RunningSteps } from './running-steps.js';

/** For libraries that start operations, or register their steps. */
@Module({
  imports: [QueueModule.sends(RunOperation)],
  providers: [OperationRegistry, RunningSteps],
  exports: [OperationRegistry, RunningSteps],
})
export class OperationsModule {}
