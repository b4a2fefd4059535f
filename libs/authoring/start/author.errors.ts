import { Conflict, Problem } from '#platform/errors';

/** 409: the library has a course that answers the topic. */
export class CourseAvailable extends Problem {
  constructor(courseId: string, title: string) {
    super(
      409,
      'course_available',
      `the course "${title}" answers the topic: offer it, or draft another one for a need with "force"`,
      undefined,
      { courseId, courseTitle: title },
    );
  }
}

/** 409: a need without a topic. */
export class NeedWithoutTopic extends Conflict {
  constructor() {
    super('need_without_topic', 'the need names no topic, so there is nothing to draft a course about');
  }
}

/** 409: the status of the need allows no draft. */
export class NeedNotAuthorable extends Conflict {
  constructor(status: string) {
    super('illegal_transition', `author is not possible while the need is ${status}`);
  }
}
