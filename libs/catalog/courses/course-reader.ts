import { type FilterQuery, raw } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Database, ids } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/http';
import type { CoursesQuery } from './course.dto.js';
import { Course } from './course.entity.js';
import { type CoursePage, type CourseView, courseView } from './course.view.js';

/** The reading side of the library. */
@Injectable()
export class CourseReader {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  list(query: CoursesQuery): Promise<CoursePage> {
    return this.database.inTenant(async (tx) => {
      const courses = await tx.find(Course, { $and: conditions(query) }, { orderBy: { id: 'desc' }, limit: query.limit + 1 });
      return pageOf(courses, query.limit, courseView, ({ id }) => [ids.show('crs', id)]);
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

function conditions({ cursor, status, category, q }: CoursesQuery): Array<FilterQuery<Course>> {
  const before = idBefore(cursor);
  return [
    ...(before === null ? [] : [{ id: { $lt: before } }]),
    ...(status === undefined ? [] : [{ status: { $in: status } }]),
    ...(category === undefined ? [] : [{ category: { $ilike: literally(category) } }]),
    ...(q === undefined ? [] : [{ $or: [{ title: { $ilike: `%${literally(q)}%` } }, hasTopicLike(`%${literally(q)}%`)] }]),
  ];
}

function hasTopicLike(pattern: string): FilterQuery<Course> {
  return { [raw((alias) => `exists (select from unnest(${alias}.topics) topic where topic ilike ?)`, [pattern])]: [] };
}

/** Text in a LIKE pattern that stands for itself. */
function literally(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

function idBefore(cursor: string | undefined): string | null {
  const [shown] = decodeCursor(cursor, 1) ?? [];
  if (shown === undefined) return null;
  const id = ids.parse('crs', String(shown));
  if (id === null) throw new Invalid([{ field: 'cursor', message: 'must be the nextCursor of the page before' }]);
  return id;
}
