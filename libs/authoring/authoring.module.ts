import { Module } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { NeedsModule } from '#needs';
import { QueueModule } from '#platform/queue';
import { AutoAuthorSettingsModule } from '#signals';
import { DraftLifecycle } from './drafts/draft-lifecycle.js';
import { TopicNeeds } from './drafts/topic-needs.js';
import { ConsiderTopics } from './marks/consider-topics.job.js';
import { TopicMarks } from './marks/topic-marks.js';
import { DraftCreation } from './start/draft-creation.js';
import { DRAFT_WRITER } from './writers/draft-writer.js';
import { OutlineWriter } from './writers/outline/outline-writer.js';
import { WriteDrafts } from './writers/write-drafts.job.js';

/** What HTTP and jobs share: both start and move drafts, and wake the jobs that start and write them. */
@Module({
  imports: [AutoAuthorSettingsModule, CatalogModule, NeedsModule, QueueModule.sends(ConsiderTopics, WriteDrafts)],
  providers: [
    DraftCreation,
    DraftLifecycle,
    TopicMarks,
    TopicNeeds,
    { provide: DRAFT_WRITER, useClass: OutlineWriter },
  ],
  exports: [CatalogModule, NeedsModule, DraftCreation, DraftLifecycle, TopicNeeds, DRAFT_WRITER],
})
export class AuthoringModule {}
