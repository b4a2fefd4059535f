import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { audit } from '#tenancy';
import { CatalogChanges } from './catalog-changes.js';
import { CourseChanges } from './course-changes.js';
import { Course, type CourseStatus } from './course.entity.js';
import { statusAfter } from './course.transitions.js';
import { type CourseView, courseView } from './course.view.js';
import { demandRoom } from './library-limits.js';

/** Publishes, archives and deletes courses. */
@Injectable()
export class CourseLifecycle {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly changes: CatalogChanges,
    private readonly courses: CourseChanges,
  ) {}

  /** @throws NotFound, Stale, IllegalMove, LibraryFull */
  publish(id: string, ifMatch: string | null): Promise<CourseView> {
    return this.inLibrary(id, ifMatch, (tx, course) => this.move(tx, course, statusAfter(course.status, 'publish')));
  }

  /** @throws NotFound, Stale, IllegalMove */
  archive(id: string, ifMatch: string | null): Promise<CourseView> {
    return this.inLibrary(id, ifMatch, (tx, course) => this.move(tx, course, statusAfter(course.status, 'archive')));
  }

  /** @throws NotFound, Stale, IllegalMove */
  async remove(id: string, ifMatch: string | null): Promise<void> {
    await this.inLibrary(id, ifMatch, (tx, course) => this.move(tx, course, statusAfter(course.status, 'delete')));
  }

  private inLibrary(
    id: string,
    ifMatch: string | null,
    work: (tx: TenantTransaction, course: Course) => Promise<void>,
  ): Promise<CourseView> {
    return this.database.inTenant(async (tx) => {
      const course = await tx.findOne(Course, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (course === null) throw new NotFound('course');
      demandVersion(ifMatch, course.version);
      await work(tx, course);
      return courseView(course);
    });
  }

  /** @param status the status after the move; null: the course is deleted */
  private async move(tx: TenantTransaction, course: Course, status: CourseStatus | null): Promise<void> {
    if (status === course.status) return;
    const { actor } = this.scope.tenant;
    if (status === 'published') await demandRoom(tx, { courses: 1, names: 1 + course.topics.length });
    const subject = { kind: 'course', id: course.id };
    const before = { status: course.status };
    if (status === null) {
      audit(tx, {
        actor,
        action: 'course.deleted',
        subject,
        before: { ...before, title: course.title, topics: course.topics },
      });
      tx.remove(course);
    } else {
      audit(tx, { actor, action: `course.${status}`, subject, before, after: { status } });
      tx.assign(course, { status, version: course.version + 1 });
    }
    await tx.flush();
    if (status === null) await this.courses.publish(tx, course.id);
    // A draft was never in the published library, so that its deletion changes nothing there.
    if (before.status !== 'draft' || status === 'published') await this.changes.publish(tx);
  }
}
