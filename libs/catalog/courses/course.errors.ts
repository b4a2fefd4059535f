import { Conflict } from '#platform/errors';

/** 409: a course in this status does not take this move; the detail names those that it takes. */
export class IllegalMove extends Conflict {
  constructor(status: string, move: string, allowed: readonly string[]) {
    super('illegal_move', `${move} is not possible while the course is ${status}; possible: ${allowed.join(', ')}`);
  }
}
