import { Injectable } from '@nestjs/common';
import { TopicMatching, domainVocabulary, subjectsOf } from '#catalog';
import type { TenantTransaction } from '#platform/database';
import type { Brief } from './draft-writer.js';

/** Collects what a writer gets about a topic. */
@Injectable()
export class Briefs {
  constructor(private readonly matching: TopicMatching) {}

  async of(tx: TenantTransaction, topic: string, category: string | null): Promise<Brief> {
    const { candidates } = (await this.matching.matcherOf(tx)).match(topic, category);
    return {
      topic,
      category,
      subjects: subjectsOf(topic, domainVocabulary()),
      relatedCourses: candidates.map(({ title }) => title),
    };
  }
}
