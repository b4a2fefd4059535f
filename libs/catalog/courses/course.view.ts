import { ids } from '#platform/database';
import type { Course, CourseStatus } from './course.entity.js';
import { QuestionView, questionView } from './quiz.js';

/** A course of the tenant's library. */
export class CourseView {
  /** Identifier with the prefix `crs_`. */
  id: string;
  /** Title of the course. */
  title: string;
  /** Topics that the course teaches, by which needs are matched with it. */
  topics: string[];
  /** Category by which courses are grouped; null: none. */
  category: string | null;
  /** What the course is about, in a few sentences; null: none. */
  summary: string | null;
  /** Markdown. */
  content: string | null;
  /** The questions that complete the course; empty: reading it does. */
  quiz: QuestionView[];
  /** The percentage of right answers that passes the quiz. */
  passMark: number;
  /** Where the course is taken, if it is not taken here. */
  launchUrl: string | null;
  /** How long it takes; null: not known. */
  estimatedMinutes: number | null;
  /** Only a `published` course is recommended and offered. */
  status: CourseStatus;
  /** Since when a document that it cites has another version; null: it is not due for review. */
  reviewDueSince: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export class CoursePage {
  items: CourseView[];
  nextCursor: string | null;
}

export function courseView(course: Course): CourseView {
  return {
    id: ids.show('crs', course.id),
    title: course.title,
    topics: [...course.topics],
    category: course.category ?? null,
    summary: course.summary ?? null,
    content: course.content ?? null,
    quiz: course.quiz.map(questionView),
    passMark: course.passMark,
    launchUrl: course.launchUrl ?? null,
    estimatedMinutes: course.estimatedMinutes ?? null,
    status: course.status,
    reviewDueSince: course.reviewDueSince?.toISOString() ?? null,
    version: course.version,
    createdAt: course.createdAt.toISOString(),
    updatedAt: course.updatedAt.toISOString(),
  };
}
