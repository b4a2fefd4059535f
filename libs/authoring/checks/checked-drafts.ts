import { Injectable } from '@nestjs/common';
import { TopicMatching } from '#catalog';
import { type TenantTransaction, ids } from '#platform/database';
import type { Draft } from '../drafts/draft.entity.js';
import { DraftReader, showDraft } from '../drafts/draft-reader.js';
import type { DraftCheckView, DraftView } from '../drafts/draft.view.js';
import { checkContent } from './check-content.js';

/** Topics of a draft that are compared with the library. */
const COMPARED_TOPICS = 5;

/** Shows drafts with what a reviewer should look at: computed from their current content and the current library. */
@Injectable()
export class CheckedDrafts {
  constructor(
    private readonly reader: DraftReader,
    private readonly matching: TopicMatching,
  ) {}

  /** @throws NotFound */
  detail(id: string): Promise<DraftView> {
    return this.reader.read(id, (tx, draft) => this.show(tx, draft));
  }

  /** A draft of the transaction, as the API shows it. */
  async show(tx: TenantTransaction, draft: Draft): Promise<DraftView> {
    return { ...(await showDraft(tx, draft)), checks: await this.check(tx, draft) };
  }

  private async check(tx: TenantTransaction, { content, category = null, courseId }: Draft): Promise<DraftCheckView[]> {
    // Nothing is written yet.
    if (content.lessons.length === 0) return [];
    const matcher = await this.matching.matcherOf(tx);
    const names = [...new Set([content.title, ...content.topics.slice(0, COMPARED_TOPICS)])];
    const found = names.flatMap((name) => matcher.match(name, category).recommended ?? []);
    const others = new Map(
      found.filter((course) => course.courseId !== courseId).map((course) => [course.courseId, course]),
    );
    const duplicates = [...others.values()].map(({ courseId: id, title }): DraftCheckView => ({
      check: 'duplicate_course',
      level: 'warns',
      text: `The library has a course that teaches this: "${title}" (${ids.show('crs', id)})`,
      lessonId: null,
      question: null,
    }));
    return [...checkContent(content), ...duplicates];
  }
}
