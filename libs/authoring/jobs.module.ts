import { Module } from '@nestjs/common';
import { AuthoringModule } from './authoring.module.js';
import { DraftSweep } from './writing/draft-sweep.js';
import { DraftWork } from './writing/draft-work.js';
import { WriteDraftsHandler } from './writing/write-drafts.handler.js';

@Module({
  imports: [AuthoringModule],
  providers: [DraftSweep, DraftWork, WriteDraftsHandler],
})
export class AuthoringJobsModule {}
