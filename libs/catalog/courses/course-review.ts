import { sql } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction, notifyChange, sqlArray } from '#platform/database';
import { NotFound } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { audit } from '#tenancy';
import { Course } from './course.entity.js';
import { type CourseView, courseView } from './course.view.js';

/**
 * Marks courses whose sources have changed. A course that is marked already gets another version, so that a
 * confirmation with `If-Match` is refused if its sender has not seen the latest change.
 */
export async function markForReview(tx: TenantTransaction, courseIds: readonly string[]): Promise<void> {
  if (courseIds.length === 0) return;
  const { tenantId } = tx;
  const marked = await tx.execute<Array<{ id: string }>>(sql`
    update course set review_due_since = coalesce(review_due_since, now()),
      version = version + (review_due_since is not null)::integer
    where tenant_id = ${tenantId} and id = any (${sqlArray(courseIds)}::uuid[]) returning id`);
  if (marked.length > 0)
    await notifyChange(tx, { tenantId, kind: 'course', action: 'changed', ids: marked.map(({ id }) => id) });
}

/** Records that authors have compared courses with their changed sources. */
@Injectable()
export class CourseReview {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
  ) {}

  /** The course agrees with its sources as they are now. One that is not due stays as it is. @throws NotFound, Stale */
  confirm(id: string, ifMatch: string | null): Promise<CourseView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const course = await tx.findOne(Course, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (course === null) throw new NotFound('course');
      demandVersion(ifMatch, course.version);
      const reviewDueSince = course.reviewDueSince ?? null;
      if (reviewDueSince === null) return courseView(course);
      tx.assign(course, { reviewDueSince: null, version: course.version + 1 });
      const before = { reviewDueSince: reviewDueSince.toISOString() };
      const after = { reviewDueSince: null };
      audit(tx, { actor, action: 'course.reviewed', subject: { kind: 'course', id }, before, after });
      await tx.flush();
      return courseView(course);
    });
  }
}
