import { Module } from '@nestjs/common';
import { OperationRegistry, OperationsModule } from '#operations';
import { AuthoringModule } from './authoring.module.js';
import { AutoAuthor } from './auto/auto-author.js';
import { ConsiderTopicsHandler } from './auto/consider-topics.handler.js';
import { MarkSweep } from './auto/mark-sweep.js';
import { AuthorSteps } from './bulk/author-steps.js';
import { UndoDrafts } from './bulk/undo-drafts.js';
import { TopicKeys } from './drafts/topic-keys.js';
import { JudgeTopicsHandler } from './judging/judge-topics.handler.js';
import { Judging } from './judging/judging.js';
import { JudgingSweep } from './judging/judging-sweep.js';
import { LedgerCheck } from './metering/ledger-check.js';
import { DraftSweep } from './writing/draft-sweep.js';
import { DraftWork } from './writing/draft-work.js';
import { ReopenNeedsHandler } from './writing/reopen-needs.handler.js';
import { WriteDraftsHandler } from './writing/write-drafts.handler.js';

@Module({
  imports: [AuthoringModule, OperationsModule],
  providers: [
    AuthorSteps,
    AutoAuthor,
    ConsiderTopicsHandler,
    DraftSweep,
    DraftWork,
    JudgeTopicsHandler,
    Judging,
    JudgingSweep,
    LedgerCheck,
    MarkSweep,
    ReopenNeedsHandler,
    TopicKeys,
    UndoDrafts,
    WriteDraftsHandler,
  ],
})
export class AuthoringJobsModule {
  /** Modules are constructed before any queue worker takes a job. */
  constructor(operations: OperationRegistry, authoring: AuthorSteps) {
    operations.register('author', authoring);
  }
}
