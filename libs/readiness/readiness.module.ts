import { Module } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { DirectoryModule } from '#directory';
import { NeedsModule } from '#needs';
import { QueueModule } from '#platform/queue';
import { FactChanges } from './marks/fact-changes.js';
import { RecomputeReadiness } from './marks/recompute-readiness.job.js';

/** What HTTP and jobs share: both change facts. */
@Module({
  imports: [CatalogModule, DirectoryModule, NeedsModule, QueueModule.sends(RecomputeReadiness)],
  providers: [FactChanges],
  exports: [FactChanges],
})
export class ReadinessModule {}
