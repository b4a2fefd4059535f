import { QuestionView } from '#catalog';
import type { Draft } from './draft.entity.js';
import { LessonView } from './lesson.view.js';

/** A saved version of a draft. */
export class VersionSummary {
  /** Number of the version, from 1. */
  version: number;
  /** Who saved it: `user:<e-mail>`, `token:<name>` or `job:<queue>`. */
  actor: string;
  /** The fields that differ from the version before. */
  changed: string[];
  createdAt: string;
}

/** A line of a changed field; `skipped` stands for unchanged lines that are left out. */
export class DiffLineView {
  /** Whether the line stays, is new or is gone; `skipped` stands for unchanged lines that are left out. */
  kind: 'same' | 'added' | 'removed' | 'skipped';
  /** The line. */
  text: string;
}

/** How a field differs from the version before, line by line. */
export class FieldChangeView {
  /** `title`, `objectives`, `lessons/lesson-1/markdown`, `lessons/lesson-1/claims`, `quiz/1`. */
  field: string;
  /** Whether the field is new, gone or different. */
  kind: 'added' | 'removed' | 'changed';
  /** Differences, line by line. */
  lines: DiffLineView[];
}

export class VersionView extends VersionSummary {
  /** What differs from the version before; of the first one, everything is added. */
  changes: FieldChangeView[];
  /** Category of the future course in this version; null: none. */
  category: string | null;
  /** Title in this version. */
  title: string;
  /** Summary in this version. */
  summary: string;
  /** Objectives in this version. */
  objectives: string[];
  /** Whom the course is for in this version, in words. */
  audience: string;
  /** Time that a learner needs in this version, in minutes. */
  estimatedMinutes: number;
  /** Topics in this version. */
  topics: string[];
  /** Lessons of this version, in order. */
  lessons: LessonView[];
  /** Questions of this version, in order. */
  quiz: QuestionView[];
}

export class VersionPage {
  items: VersionSummary[];
  nextCursor: string | null;
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
