import { Module } from '@nestjs/common';
import { AuthoringModule } from './authoring.module.js';
import { DraftSweep } from './work/draft-sweep.js';
import { DraftWork } from './work/draft-work.js';
import { WriteDraftsHandler } from './work/write-drafts.handler.js';

@Module({
  imports: [AuthoringModule],
  providers: [DraftSweep, DraftWork, WriteDraftsHandler],
})
export class AuthoringJobsModule {}
