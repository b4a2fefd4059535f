import { QuestionView } from '#catalog';
import { ids } from '#platform/database';
import type { Draft, WriterKind } from './draft.entity.js';
import type { DraftStep } from './draft-step.entity.js';
import type { DraftStatus } from './draft.transitions.js';
import { LessonView } from './lesson.view.js';
import { contentView } from './version.view.js';

export class WriterView {
  /** `outline`: the built-in author, which uses no network; `model`: a language model. */
  kind: WriterKind;
  /** Name of the model; null with `outline`. */
  model: string | null;
}

export class StarterView {
  /** `person`: somebody asked for it; `auto`: the signal map's `autoAuthor` started it. */
  kind: 'person' | 'auto';
  /** `user:<e-mail>`, `token:<name>`, `job:<queue>`. */
  name: string;
}

export class StepView {
  /** Name of the step, unique in the draft. */
  name: string;
  /** Whether the step is finished. */
  status: 'waiting' | 'done';
  /** Characters that a model has written of it, also while it writes; 0 if no model writes. */
  characters: number;
}

export class DraftCost {
  /** 1 once it is charged. */
  drafts: number;
  /** Tokens that a model has used for the draft. */
  tokens: number;
}

/** A draft in a list. */
export class DraftSummary {
  /** Identifier with the prefix `drf_`. */
  id: string;
  /** Where the draft is between the request and the published course. */
  status: DraftStatus;
  /** Topic of the needs that the draft answers. */
  topic: string;
  /** Category of the future course; null: none. */
  category: string | null;
  /** Title of the future course. */
  title: string;
  /** What wrote the draft: the built-in outline author, or a model. */
  writtenBy: WriterView;
  /** Who asked for the draft. */
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
  /** The rule that found something. */
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
  /** What the course is about, in a few sentences. */
  summary: string;
  /** What a learner can do after the course. */
  objectives: string[];
  /** Whom it is for, in words. */
  audience: string;
  /** Time that a learner needs, in minutes. */
  estimatedMinutes: number;
  /** The topics that the course will teach. */
  topics: string[];
  /** Lessons, in order. */
  lessons: LessonView[];
  /** Questions of the quiz, in order. */
  quiz: QuestionView[];
  /** Steps of writing it, in order. */
  steps: StepView[];
  /** What the draft has cost so far. */
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
