import type { Question } from '#catalog';
import { type TenantTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Draft } from '../drafts/draft.entity.js';
import { courseContent } from './course-content.js';

/** The pass mark of a draft's quiz, as of the course that it becomes, in percent. */
export const DRAFT_PASS_MARK = 80;

/** What a learner reads of a draft when it is a course. */
export interface DraftAsCourse {
  /** The topic until the draft has a title. */
  readonly title: string;
  readonly summary: string;
  /** Markdown; null: nothing is written yet. */
  readonly content: string | null;
  readonly quiz: readonly Question[];
  readonly passMark: number;
  readonly estimatedMinutes: number;
  readonly version: number;
}

/** The current version of a draft in any status, as the course that it would become. @throws NotFound */
export async function readDraftAsCourse(tx: TenantTransaction, id: string): Promise<DraftAsCourse> {
  const draft = await tx.findOne(Draft, { id });
  if (draft === null) throw new NotFound('draft');
  const { content, topic, version } = draft;
  const { title, summary, quiz, estimatedMinutes, lessons } = content;
  return {
    title: title === '' ? topic : title,
    summary,
    content: lessons.length === 0 ? null : courseContent(content),
    quiz,
    passMark: DRAFT_PASS_MARK,
    estimatedMinutes,
    version,
  };
}
