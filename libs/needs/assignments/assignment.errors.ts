import { Conflict } from '#platform/errors';

/** 409: the assignment is obsolete, because the person has left or has a newer credential. */
export class AssignmentCancelled extends Conflict {
  constructor() {
    super(
      'assignment_cancelled',
      'the assignment was cancelled because it is no longer needed: offer the course again',
    );
  }
}
