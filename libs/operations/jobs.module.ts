import { Module } from '@nestjs/common';
import { OperationRunner } from './operation-runner.js';
import { OperationSweep } from './operation-sweep.js';
import { OperationsModule } from './operations.module.js';
import { RunOperationHandler } from './run-operation.handler.js';

@Module({ imports: [OperationsModule], providers: [OperationRunner, OperationSweep, RunOperationHandler] })
export class OperationsJobsModule {}
