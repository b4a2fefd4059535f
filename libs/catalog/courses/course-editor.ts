import { isDeepStrictEqual } from 'node:util';
import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope } from '#platform/database';
import { NotFound } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { audit } from '#tenancy';
import { CatalogChanges } from './catalog-changes.js';
import { CourseChanges } from './course-changes.js';
import { CourseCreation } from './course-creation.js';
import type { ChangeCourseBody, CreateCourseBody } from './course.dto.js';
import { Course } from './course.entity.js';
import { type CourseView, courseView } from './course.view.js';
import { demandRoom } from './library-limits.js';
import { readQuiz } from './quiz.js';

const FIELDS = [
  'title',
  'topics',
  'category',
  'summary',
  'content',
  'quiz',
  'passMark',
  'launchUrl',
  'estimatedMinutes',
] as const;

/** Creates courses, and changes what authors write. */
@Injectable()
export class CourseEditor {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly creation: CourseCreation,
    private readonly changes: CatalogChanges,
    private readonly courses: CourseChanges,
  ) {}

  /** The course begins as a draft. @throws Invalid */
  create(body: CreateCourseBody): Promise<CourseView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const [course] = await this.creation.createCourses(tx, [{ ...body, quiz: readQuiz(body.quiz ?? []) }]);
      if (course === undefined) throw new Error('no course was created');
      const after = { ...pick(course, FIELDS), status: course.status };
      audit(tx, {
        actor,
        action: 'course.created',
        subject: { kind: 'course', id: course.id },
        after,
      });
      return courseView(course);
    });
  }

  /**
   * Changes the fields that the body names. A body that changes nothing leaves the version as it is.
   * @throws NotFound, Stale, Invalid, LibraryFull
   */
  change(id: string, { quiz, ...fields }: ChangeCourseBody, ifMatch: string | null): Promise<CourseView> {
    const { actor } = this.scope.tenant;
    const body = { ...fields, quiz: quiz === undefined ? undefined : readQuiz(quiz) };
    return this.database.inTenant(async (tx) => {
      const course = await tx.findOne(Course, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (course === null) throw new NotFound('course');
      demandVersion(ifMatch, course.version);
      // Not as JSON: PostgreSQL returns the keys of a question in another order.
      const changed = FIELDS.filter(
        (field) => body[field] !== undefined && !isDeepStrictEqual(body[field], course[field]),
      );
      if (changed.length === 0) return courseView(course);
      const names = (body.topics ?? course.topics).length - course.topics.length;
      if (course.status === 'published' && names > 0) await demandRoom(tx, { courses: 0, names });
      const before = pick(course, changed);
      const after = pick(body, changed);
      tx.assign(course, { ...after, version: course.version + 1 });
      audit(tx, {
        actor,
        action: 'course.changed',
        subject: { kind: 'course', id },
        before,
        after,
      });
      await tx.flush();
      if (changed.some((field) => field === 'title' || field === 'topics')) await this.courses.publish(tx, id);
      if (course.status === 'published') await this.changes.publish(tx);
      return courseView(course);
    });
  }
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Partial<Pick<T, K>> {
  const picked: Partial<Pick<T, K>> = {};
  for (const key of keys) picked[key] = from[key];
  return picked;
}
