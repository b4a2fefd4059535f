import { Conflict } from '#platform/errors';
import type { AssignmentEvent } from './assignment.transitions.js';
import type { AssignmentStatus } from './assignment.view.js';

/** 409 `assignment_completed` or `assignment_cancelled`: the assignment has ended, so that the event is illegal. */
export class AssignmentEnded extends Conflict {
  constructor(event: AssignmentEvent | 'link', status: AssignmentStatus) {
    super(
      `assignment_${status}`,
      `${event} is not possible: the assignment is ${status}; if the person is to take the course again, offer or assign it again`,
    );
  }
}

/** 409: a course is not deleted while people have to take it. */
export class CourseAssigned extends Conflict {
  /** @param people who have to take it; null: an operation is still assigning it */
  constructor(people: number | null) {
    const who =
      people === null
        ? 'people are being assigned'
        : `${people === 1 ? '1 person has' : `${people} people have`} to take`;
    super('course_assigned', `${who} this course: cancel or complete the assignments first, or leave it archived`);
  }
}

/** 409: a person has at most one open assignment of a course. */
export class AlreadyAssigned extends Conflict {
  constructor() {
    super(
      'already_assigned',
      'this worker already has an open assignment of the course: name another, or cancel this one',
    );
  }
}
