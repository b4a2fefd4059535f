import { QuestionView } from '#catalog';
import { ids } from '#platform/database';
import type { Draft, WriterKind } from './draft.entity.js';
import type { DraftStep } from './draft-step.entity.js';
import type { DraftStatus } from './draft.transitions.js';

/** A passage that a claim cites. */
export class PassageSourceView {
  documentId: string;
  passageId: string;
  /** The document, its version and the section, as they were when the passage was cited. */
  text: string;
}

/** A statement of fact. `source: null` reads "needs source", and blocks approval. */
export class ClaimView {
  text: string;
  source: string | PassageSourceView | null;
}

export class LessonView {
  id: string;
  title: string;
  markdown: string;
  claims: ClaimView[];
}

export class WriterView {
  kind: WriterKind;
  model: string | null;
}

export class StarterView {
  kind: 'person' | 'auto';
  /** `user:<e-mail>`, `token:<name>`, `job:<queue>`. */
  name: string;
}

export class StepView {
  name: string;
  status: 'waiting' | 'done';
  /** Characters that a model has written of it, also while it writes; 0 where no model writes. */
  characters: number;
}

export class DraftCost {
  /** 1 once it is charged. */
  drafts: number;
  tokens: number;
}

/** A draft in a list. */
export class DraftSummary {
  id: string;
  status: DraftStatus;
  topic: string;
  category: string | null;
  title: string;
  writtenBy: WriterView;
  startedBy: StarterView;
  /** Open needs that wait for it. */
  needs: number;
  /** People whom these needs reach, each counted once. */
  people: number;
  /** Why it failed. */
  error: string | null;
  /** Why a reviewer rejected it. */
  rejection: string | null;
  /** Since when a document that it cites has another version; null: it is not due for review. */
  reviewDueSince: string | null;
  /** The course that it was published as. */
  courseId: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export const CHECKS = [
  'missing_source',
  'to_fill_in',
  'reading_level',
  'not_answerable',
  'duplicate_course',
  'safety_domain',
  'unsafe_instruction',
] as const;

/** Something that a reviewer should look at. */
export class DraftCheckView {
  check: (typeof CHECKS)[number];
  /** `blocks`: the draft cannot be approved until it is settled. */
  level: 'blocks' | 'warns';
  /** In words. */
  text: string;
  /** The lesson that it is about. */
  lessonId: string | null;
  /** The question that it is about, from 0. */
  question: number | null;
}

export class DraftView extends DraftSummary {
  summary: string;
  objectives: string[];
  /** Whom it is for, in words. */
  audience: string;
  estimatedMinutes: number;
  /** The topics that the course will teach. */
  topics: string[];
  lessons: LessonView[];
  quiz: QuestionView[];
  steps: StepView[];
  cost: DraftCost;
  /** Of its current content. */
  checks: DraftCheckView[];
}

/** A draft, before it is checked. */
export type UncheckedDraft = Omit<DraftView, 'checks'>;

export class DraftPage {
  items: DraftSummary[];
  nextCursor: string | null;
}

/** A saved version of a draft. */
export class VersionSummary {
  version: number;
  actor: string;
  /** The fields that differ from the version before. */
  changed: string[];
  createdAt: string;
}

/** A line of a changed field; `skipped` stands for unchanged lines that are left out. */
export class DiffLineView {
  kind: 'same' | 'added' | 'removed' | 'skipped';
  text: string;
}

/** How a field differs from the version before, line by line. */
export class FieldChangeView {
  /** `title`, `objectives`, `lessons/lesson-1/markdown`, `lessons/lesson-1/claims`, `quiz/1`. */
  field: string;
  kind: 'added' | 'removed' | 'changed';
  lines: DiffLineView[];
}

export class VersionView extends VersionSummary {
  /** What differs from the version before; of the first one, everything is added. */
  changes: FieldChangeView[];
  category: string | null;
  title: string;
  summary: string;
  objectives: string[];
  audience: string;
  estimatedMinutes: number;
  topics: string[];
  lessons: LessonView[];
  quiz: QuestionView[];
}

export class VersionPage {
  items: VersionSummary[];
  nextCursor: string | null;
}

/** How many open needs wait for a draft, and how many people they reach. */
export interface Reach {
  readonly needs: number;
  readonly people: number;
}

export function draftView(draft: Draft, reach: Reach, steps: readonly DraftStep[], isCharged: boolean): UncheckedDraft {
  const { id, status, topic, writtenBy, startedBy, startedByKind, version, createdAt, updatedAt } = draft;
  return {
    id: ids.show('drf', id),
    status,
    topic,
    category: draft.category ?? null,
    ...contentView(draft),
    writtenBy: { kind: writtenBy, model: draft.model ?? null },
    startedBy: { kind: startedByKind, name: startedBy },
    ...reach,
    steps: steps.map((step) => ({ name: step.name, status: step.status, characters: step.characters })),
    cost: { drafts: isCharged ? 1 : 0, tokens: draft.spentTokens },
    error: draft.error ?? null,
    rejection: draft.rejection ?? null,
    reviewDueSince: draft.reviewDueSince?.toISOString() ?? null,
    courseId: draft.courseId ? ids.show('crs', draft.courseId) : null,
    version,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

type ContentView = Omit<VersionView, keyof VersionSummary | 'changes' | 'category'>;

/** A copy of a content, whose arrays may be changed. */
export function contentView({ content }: Pick<Draft, 'content'>): ContentView {
  return {
    title: content.title,
    summary: content.summary,
    objectives: [...content.objectives],
    audience: content.audience,
    estimatedMinutes: content.estimatedMinutes,
    topics: [...content.topics],
    lessons: content.lessons.map(({ claims, ...lesson }) => ({
      ...lesson,
      claims: claims.map(({ text, source }) => ({ text, source })),
    })),
    quiz: content.quiz.map(({ options, ...question }) => ({ ...question, options: [...options] })),
  };
}
