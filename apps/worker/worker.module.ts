import { Module } from '@nestjs/common';
import { catalogEntities } from '#catalog';
import { ChangesJobsModule } from '#changes/jobs';
import { directoryEntities } from '#directory';
import { NeedsJobsModule } from '#needs/jobs';
import { operationsEntities } from '#operations';
import { OperationsJobsModule } from '#operations/jobs';
import { SignalsJobsModule } from '#signals/jobs';
import { tenancyEntities } from '#tenancy';
import { TenancyJobsModule } from '#tenancy/jobs';

/** All that runs from the queues; no controller is reachable from here. */
@Module({ imports: [TenancyJobsModule, NeedsJobsModule, OperationsJobsModule, SignalsJobsModule, ChangesJobsModule] })
export class WorkerModule {}

export const workerEntities = [...tenancyEntities, ...catalogEntities, ...directoryEntities, ...operationsEntities];
