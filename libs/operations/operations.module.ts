import { Module } from '@nestjs/common';
import { QueueModule } from '#platform/queue';
import { OperationRegistry } from './operation-registry.js';
import { RunOperation } from './run-operation.job.js';

/** For libraries that start operations, or register their steps. */
@Module({
  imports: [QueueModule.sends(RunOperation)],
  providers: [OperationRegistry],
  exports: [OperationRegistry],
})
export class OperationsModule {}
