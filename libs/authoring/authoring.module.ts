import { Module } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { NeedsModule } from '#needs';
import { QueueModule } from '#platform/queue';
import { DraftLifecycle } from './drafts/draft-lifecycle.js';
import { DRAFT_WRITER } from './writers/draft-writer.js';
import { OutlineWriter } from './writers/outline/outline-writer.js';
import { WriteDrafts } from './writers/write-drafts.job.js';

/** What HTTP and jobs share: both move drafts, and wake the job that writes them. */
@Module({
  imports: [CatalogModule, NeedsModule, QueueModule.sends(WriteDrafts)],
  providers: [DraftLifecycle, { provide: DRAFT_WRITER, useClass: OutlineWriter }],
  exports: [CatalogModule, NeedsModule, DraftLifecycle, DRAFT_WRITER],
})
export class AuthoringModule {}
