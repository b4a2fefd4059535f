import { Conflict } from '#platform/errors';

/** 409: what was assigned is not asked for any more, as the person has left or holds a newer credential. */
export class AssignmentCancelled extends Conflict {
  constructor() {
    super(
      'assignment_cancelled',
      'the assignment was cancelled, as it is not asked for any more: offer the course again',
    );
  }
}
