import { Injectable } from '@nestjs/common';
import { type Transaction, ids } from '#platform/database';
import { CatalogChanges } from './catalog-changes.js';
import { Course } from './course.entity.js';

interface NewCourse {
  readonly title: string;
  readonly topics: readonly string[];
  readonly category?: string | null;
  readonly summary?: string | null;
  /** Markdown. */
  readonly content?: string | null;
  /** Default: it begins as a draft. */
  readonly published?: boolean;
}

@Injectable()
export class CourseCreation {
  constructor(private readonly changes: CatalogChanges) {}

  /** Adds courses to the tenant's library, in one statement. The caller has validated them, and audits. */
  async createCourses(tx: Transaction, tenantId: string, courses: readonly NewCourse[]): Promise<Course[]> {
    const created = courses.map(({ published = false, topics, category = null, summary = null, content = null, title }) =>
      tx.create(Course, { tenantId, id: ids.next(), title, topics: [...topics], category, summary, content, status: published ? 'published' : 'draft' }),
    );
    await tx.flush();
    if (created.some(({ status }) => status === 'published')) await this.changes.publish(tx, tenantId);
    return created;
  }
}
