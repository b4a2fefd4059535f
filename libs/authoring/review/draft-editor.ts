import { Injectable } from '@nestjs/common';
import { MAX_CONTENT_LENGTH, readQuiz } from '#catalog';
import { Database, RequestScope } from '#platform/database';
import { Invalid } from '#platform/errors';
import { CheckedDrafts } from '../checks/checked-drafts.js';
import { noteCitations } from '../documents/citations.js';
import { noteAuthor } from '../drafts/authors.js';
import { type DraftContent, type Lesson, changedFields, citedPassages } from '../drafts/draft-content.js';
import { DraftLifecycle, lockDraft } from '../drafts/draft-lifecycle.js';
import { DraftVersion } from '../drafts/draft-version.entity.js';
import type { DraftView } from '../drafts/draft.view.js';
import { readSource, withCitedPassages } from './claim-source.js';
import { courseContent } from './course-content.js';
import type { ChangeDraftBody, LessonBody } from './draft.dto.js';

/**
 * The text of all lessons with their claims: what a published course may hold as its content, with room for headings.
 */
const MAX_TEXT_LENGTH = 80_000;

/** Edits drafts. Every change is a version; an edited draft has to be submitted again. */
@Injectable()
export class DraftEditor {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly lifecycle: DraftLifecycle,
    private readonly drafts: CheckedDrafts,
  ) {}

  /** A body that changes nothing leaves the draft as it is. @throws NotFound, Stale, Invalid, IllegalDraftMove */
  change(id: string, body: ChangeDraftBody, ifMatch: string | null): Promise<DraftView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const draft = await lockDraft(tx, id, ifMatch);
      const { category = draft.category ?? null } = body;
      const content = await withCitedPassages(tx, changedContent(draft.content, body), draft);
      const changed: string[] = changedFields(draft.content, content);
      if (category !== (draft.category ?? null)) changed.push('category');
      if (changed.length === 0) return this.drafts.show(tx, draft);
      demandPublishable(content);
      noteAuthor(draft, actor);
      tx.assign(draft, { category, rejection: null });
      draft.content = content;
      const isDue = await noteCitations(tx, id, citedPassages(content));
      draft.reviewDueSince = isDue ? (draft.reviewDueSince ?? new Date()) : null;
      await this.lifecycle.move(tx, draft, { event: 'edit', actor, after: { changed } });
      const { tenantId } = tx;
      tx.create(DraftVersion, { tenantId, draftId: id, version: draft.version, actor, changed, category, content });
      return this.drafts.show(tx, draft);
    });
  }
}

/** @throws Invalid */
function demandPublishable(content: DraftContent): void {
  // The content of the course also has the names of the cited passages.
  if (courseContent(content).length > MAX_CONTENT_LENGTH)
    throw new Invalid([
      {
        field: 'lessons',
        message: `must have at most ${MAX_CONTENT_LENGTH.toLocaleString('en-US')} characters in all, with the objectives and the cited passages`,
      },
    ]);
}

/** The content with the fields that the body gives. @throws Invalid */
function changedContent(before: DraftContent, body: ChangeDraftBody): DraftContent {
  return {
    title: body.title ?? before.title,
    summary: body.summary ?? before.summary,
    objectives: body.objectives ?? before.objectives,
    audience: body.audience ?? before.audience,
    estimatedMinutes: body.estimatedMinutes ?? before.estimatedMinutes,
    topics: body.topics ?? before.topics,
    lessons: body.lessons === undefined ? before.lessons : readLessons(body.lessons),
    quiz: body.quiz === undefined ? before.quiz : readQuiz(body.quiz),
  };
}

/** @throws Invalid */
function readLessons(lessons: readonly LessonBody[]): Lesson[] {
  const length = lessons.reduce((sum, lesson) => sum + lengthOf(lesson), 0);
  if (length > MAX_TEXT_LENGTH)
    throw new Invalid([
      {
        field: 'lessons',
        message: `must have at most ${MAX_TEXT_LENGTH.toLocaleString('en-US')} characters in all, with their claims`,
      },
    ]);
  const given = new Set(lessons.flatMap(({ id }) => id ?? []));
  if (given.size < lessons.filter(({ id }) => id !== undefined).length)
    throw new Invalid([{ field: 'lessons', message: 'must not have an id twice' }]);
  let number = 0;
  const nextId = (): string => {
    do number += 1;
    while (given.has(`lesson-${number}`));
    return `lesson-${number}`;
  };
  return lessons.map(({ id = nextId(), title, markdown, claims }) => ({
    id,
    title,
    markdown,
    claims: claims.map(({ text, source }) => ({ text, source: readSource(source) ?? null })),
  }));
}

function lengthOf({ title, markdown, claims }: LessonBody): number {
  return claims.reduce(
    (sum, { text, source }) => sum + text.length + lengthOfSource(source),
    title.length + markdown.length,
  );
}

function lengthOfSource(source: unknown): number {
  return typeof source === 'string' ? source.length : 0;
}
