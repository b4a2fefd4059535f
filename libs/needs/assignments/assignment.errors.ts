import { Conflict } from '#platform/errors';

/** 409: the person has left, and what was assigned is not asked for any more. */
export class AssignmentCancelled extends Conflict {
  constructor() {
    super('assignment_cancelled', 'the assignment was cancelled, as the person has left: offer the course again');
  }
}
