import { Problem } from '#platform/errors';

/** 422: the body names no course, and none is recommended. */
export class NoCourse extends Problem {
  constructor() {
    super(422, 'no_course', 'no course is recommended for this need: name one in courseId, or author one', [
      { field: 'courseId', message: 'is required if no course is recommended' },
    ]);
  }
}

/** 422: only published courses can be offered. */
export class CourseNotPublished extends Problem {
  constructor() {
    super(422, 'course_not_published', 'the course is not published: publish it first, or name another in courseId', [
      { field: 'courseId', message: 'must be a published course' },
    ]);
  }
}
