import { Module } from '@nestjs/common';
import { AuthoringModule } from './authoring.module.js';
import { AutoAuthor } from './auto/auto-author.js';
import { ConsiderTopicsHandler } from './auto/consider-topics.handler.js';
import { MarkSweep } from './auto/mark-sweep.js';
import { DraftSweep } from './writing/draft-sweep.js';
import { DraftWork } from './writing/draft-work.js';
import { WriteDraftsHandler } from './writing/write-drafts.handler.js';

@Module({
  imports: [AuthoringModule],
  providers: [AutoAuthor, ConsiderTopicsHandler, DraftSweep, DraftWork, MarkSweep, WriteDraftsHandler],
})
export class AuthoringJobsModule {}
