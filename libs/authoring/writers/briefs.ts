import { Injectable } from '@nestjs/common';
import { TopicMatching, domainVocabulary, subjectsOf } from '#catalog';
import { type TenantTransaction, ids } from '#platform/database';
import { citation } from '../documents/cite-passages.js';
import { findPassages } from '../documents/find-passages.js';
import type { Brief, BriefPassage } from './draft-writer.js';

/** Passages of a brief, at most, and the share of the topic's words that each has at least. */
const MAX_PASSAGES = 6;
const MIN_SHARE = 0.5;

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
      passages: await passagesAbout(tx, topic),
    };
  }
}

async function passagesAbout(tx: TenantTransaction, topic: string): Promise<BriefPassage[]> {
  const [found = []] = await findPassages(tx, [topic], { limit: MAX_PASSAGES, minShare: MIN_SHARE });
  return found.map((row) => ({
    source: { documentId: ids.show('doc', row.documentId), passageId: ids.show('psg', row.id), text: citation(row) },
    title: row.title,
    section: row.section,
    text: row.text,
  }));
}
