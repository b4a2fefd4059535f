import { Injectable } from '@nestjs/common';
import { type TenantTransaction, ids } from '#platform/database';
import { CatalogChanges } from './catalog-changes.js';
import { Course } from './course.entity.js';
import type { Question } from './quiz.js';
import { demandRoom } from './library-limits.js';

interface NewCourse {
  readonly title: string;
  readonly topics: readonly string[];
  readonly category?: string | null;
  readonly summary?: string | null;
  /** Markdown. */
  readonly content?: string | null;
  /** Default: none. */
  readonly quiz?: readonly Question[];
  /** Default: 80 %. */
  readonly passMark?: number;
  readonly launchUrl?: string | null;
  readonly estimatedMinutes?: number | null;
  /** Default: it is not due for review. */
  readonly reviewDueSince?: Date | null;
  /** Default: it begins as a draft. */
  readonly published?: boolean;
}

@Injectable()
export class CourseCreation {
  constructor(private readonly changes: CatalogChanges) {}

  /**
   * Adds courses to the tenant's library, in one statement. The caller has validated them, and audits.
   * @throws LibraryFull
   */
  async createCourses(tx: TenantTransaction, courses: readonly NewCourse[]): Promise<Course[]> {
    const published = courses.filter((course) => course.published === true);
    const names = published.reduce((sum, { topics }) => sum + 1 + topics.length, 0);
    if (published.length > 0) await demandRoom(tx, { courses: published.length, names });
    const now = new Date();
    const created = courses.map(
      ({
        published: isPublished = false,
        topics,
        category = null,
        summary = null,
        content = null,
        quiz = [],
        passMark = 80,
        launchUrl = null,
        estimatedMinutes = null,
        reviewDueSince = null,
        title,
      }) =>
        tx.create(Course, {
          tenantId: tx.tenantId,
          id: ids.next(),
          title,
          topics: [...topics],
          category,
          summary,
          content,
          quiz,
          passMark,
          launchUrl,
          estimatedMinutes,
          reviewDueSince,
          status: isPublished ? 'published' : 'draft',
          createdAt: now,
          updatedAt: now,
        }),
    );
    await tx.flush();
    if (published.length > 0) await this.changes.publish(tx);
    return created;
  }
}
