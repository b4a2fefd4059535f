import { type FactoryProvider, Module } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { NeedsModule } from '#needs';
import { CONFIG, type Config } from '#platform/config';
import { QueueModule } from '#platform/queue';
import { AutoAuthorSettingsModule } from '#signals';
import { DraftLifecycle } from './drafts/draft-lifecycle.js';
import { ReopenNeeds } from './drafts/reopen-needs.job.js';
import { TopicNeeds } from './drafts/topic-needs.js';
import { JudgeTopics } from './judging/judge-topics.job.js';
import { JudgingWakeups } from './judging/judging-wakeups.js';
import { loadTopicJudge } from './judging/load-topic-judge.js';
import { TOPIC_JUDGE, type TopicJudge } from './judging/topic-judge.js';
import { ConsiderTopics } from './marks/consider-topics.job.js';
import { TopicMarks } from './marks/topic-marks.js';
import { DraftCreation } from './start/draft-creation.js';
import { DRAFT_WRITER, type DraftWriter } from './writers/draft-writer.js';
import { Briefs } from './writers/briefs.js';
import { loadModelWriter } from './writers/model/load-model-writer.js';
import { OutlineWriter } from './writers/outline/outline-writer.js';
import { WriteDrafts } from './writers/write-drafts.job.js';
import { Writers } from './writers/writers.js';

const draftWriter: FactoryProvider<DraftWriter> = {
  provide: DRAFT_WRITER,
  inject: [CONFIG, OutlineWriter],
  useFactory: ({ draftModel }: Config, outline: OutlineWriter) =>
    draftModel === null ? outline : loadModelWriter(draftModel),
};

const topicJudge: FactoryProvider<TopicJudge | null> = {
  provide: TOPIC_JUDGE,
  inject: [CONFIG],
  useFactory: ({ draftModel }: Config) => (draftModel === null ? null : loadTopicJudge(draftModel)),
};

/** What HTTP and jobs share: both start and move drafts, and wake the jobs that start and write them. */
@Module({
  imports: [
    AutoAuthorSettingsModule,
    CatalogModule,
    NeedsModule,
    QueueModule.sends(ConsiderTopics, JudgeTopics, ReopenNeeds, WriteDrafts),
  ],
  providers: [
    Briefs,
    DraftCreation,
    DraftLifecycle,
    JudgingWakeups,
    OutlineWriter,
    TopicMarks,
    TopicNeeds,
    Writers,
    draftWriter,
    topicJudge,
  ],
  exports: [
    Briefs,
    CatalogModule,
    NeedsModule,
    DraftCreation,
    DraftLifecycle,
    TopicNeeds,
    Writers,
    DRAFT_WRITER,
    TOPIC_JUDGE,
  ],
})
export class AuthoringModule {}
