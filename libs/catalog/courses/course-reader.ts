import { sql } from '@mikro-orm/postgresql';
import type { FilterQuery } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Database, type SqlFragment, sqlArray } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, largePageOf } from '#platform/http';
import { containing } from '#platform/text';
import type { CoursesQuery } from './course.dto.js';
import { Course } from './course.entity.js';
import { type CoursePage, type CourseView, courseView } from './course.view.js';

/** The sizes of courses, in the order of the list. */
function sizesOf(tenantId: string, courses: ReadonlyArray<Pick<Course, 'id'>>): SqlFragment {
  return sql`
    select id, octet_length(coalesce(content, '')) + octet_length(coalesce(summary, ''))
      + octet_length(quiz::text) as bytes from course
    where tenant_id = ${tenantId} and id = any (${sqlArray(courses.map(({ id }) => id))}::uuid[]) order by id desc`;
}

/** Reads the library. */
@Injectable()
export class CourseReader {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  list(query: CoursesQuery): Promise<CoursePage> {
    return this.database.inTenant(async (tx) => {
      const found = await tx.find(
        Course,
        { $and: conditions(query) },
        { fields: ['id'], orderBy: { id: 'desc' }, limit: query.limit + 1 },
      );
      const sized = await tx.execute<Array<{ id: string; bytes: number }>>(sizesOf(tx.tenantId, found));
      return largePageOf(
        sized,
        query.limit,
        (courseIds) => tx.find(Course, { id: { $in: [...courseIds] } }, { refresh: true }),
        courseView,
      );
    });
  }

  /** @throws NotFound */
  detail(id: string): Promise<CourseView> {
    return this.database.inTenant(async (tx) => {
      const course = await tx.findOne(Course, { id });
      if (course === null) throw new NotFound('course');
      return courseView(course);
    });
  }
}

function conditions({ cursor, status, category, reviewDue, q }: CoursesQuery): Array<FilterQuery<Course>> {
  const [before] = decodeCursor(cursor, ['uuid']) ?? [null];
  return [
    ...(before === null ? [] : [{ id: { $lt: before } }]),
    ...(status === undefined ? [] : [{ status: { $in: status } }]),
    ...(category === undefined ? [] : [isOfCategory(category)]),
    ...(reviewDue === undefined ? [] : [{ reviewDueSince: reviewDue === 'true' ? { $ne: null } : null }]),
    ...(q === undefined ? [] : [{ $or: [{ title: { $ilike: containing(q) } }, hasTopicLike(containing(q))] }]),
  ];
}

/** By its key, which has an index. */
function isOfCategory(category: string): FilterQuery<Course> {
  return { [sql`category_key = lower(${category})`]: [] };
}

function hasTopicLike(pattern: string): FilterQuery<Course> {
  return { [sql`exists (select from unnest(topics) topic where topic ilike ${pattern})`]: [] };
}
