import { Module } from '@nestjs/common';
import { AuthoringJobsModule } from '#authoring/jobs';
import { ChangesJobsModule } from '#changes/jobs';
import { IntegrationJobsModule } from '#integration/jobs';
import { NeedsJobsModule } from '#needs/jobs';
import { OperationsJobsModule } from '#operations/jobs';
import { ReadinessJobsModule } from '#readiness/jobs';
import { SignalsJobsModule } from '#signals/jobs';
import { TenancyJobsModule } from '#tenancy/jobs';

/** The modules that handle jobs; no controller is reachable from here. */
@Module({
  imports: [
    TenancyJobsModule,
    NeedsJobsModule,
    OperationsJobsModule,
    ReadinessJobsModule,
    AuthoringJobsModule,
    SignalsJobsModule,
    IntegrationJobsModule,
    ChangesJobsModule,
  ],
})
export class WorkerModule {}
