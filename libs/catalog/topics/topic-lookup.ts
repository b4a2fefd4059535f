import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { TopicMatching } from '../matching/topic-matching.js';
import { Meanings } from '../meanings/meanings.js';
import type { MatchTopicBody } from './topic-match.dto.js';
import { type TopicMatchView, topicMatchView } from './topic-match.view.js';

/** Returns the recommendation for a topic, by the same matching that resolves needs. */
@Injectable()
export class TopicLookup {
  constructor(
    private readonly database: Database,
    private readonly matching: TopicMatching,
    private readonly meanings: Meanings,
  ) {}

  match({ topic, category = null }: MatchTopicBody): Promise<TopicMatchView> {
    return this.database.inTenant(async (tx) => {
      const match = (await this.matching.matcherOf(tx)).match(topic, category);
      if (match.recommended === null) this.meanings.want(tx.tenantId, [topic]);
      return topicMatchView(match);
    });
  }
}
