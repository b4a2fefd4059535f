import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TopicMatching } from '#catalog';
import { type AuthorPreview, BulkAuthoring } from '#needs';
import type { TenantTransaction } from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { Draft } from '../drafts/draft.entity.js';
import { UNDER_WAY } from '../drafts/draft.transitions.js';
import { draftsLeft } from '../metering/room.js';
import { DraftCreation } from '../start/draft-creation.js';
import { byTopic, readNeeds } from './needs-by-topic.js';

/** What drafting courses for many needs would do, without doing it. */
@Injectable()
export class BulkAuthorPreview implements OnModuleInit {
  constructor(
    private readonly bulk: BulkAuthoring,
    private readonly creation: DraftCreation,
    private readonly matching: TopicMatching,
  ) {}

  onModuleInit(): void {
    this.bulk.register((tx, needIds, force) => this.preview(tx, needIds, force));
  }

  /** Topics in the order in which the operation works on them: the plan's limit refuses those that come last. */
  private async preview(tx: TenantTransaction, needIds: readonly string[], force: boolean): Promise<AuthorPreview> {
    const { topics, refused: unsuitable } = await byTopic(await readNeeds(tx, needIds));
    const underWay = await tx.find(Draft, { status: { $in: [...UNDER_WAY] } }, { fields: ['topicKey'] });
    const known = new Set(underWay.map(({ topicKey }) => topicKey));
    const matcher = await this.matching.matcherOf(tx);
    const left = await draftsLeft(tx, this.creation.estimatedTokens);
    const refused = [...unsuitable];
    let drafts = 0;
    for (const { topicKey, topic, category, needs } of topics) {
      const isNew = !known.has(topicKey);
      const isAnswered = isNew && !force && matcher.match(topic, category).recommended !== null;
      const why = isAnswered ? 'course_available' : isNew && drafts >= left ? 'plan_limit_reached' : null;
      if (why !== null) refused.push(...needs.map(({ id: needId }) => ({ needId, why })));
      else if (isNew) drafts += 1;
      if (mustYield()) await yieldToEventLoop();
    }
    const tokens = drafts * this.creation.estimatedTokens;
    return { willMove: needIds.length - refused.length, drafts, tokens, left, refused };
  }
}
