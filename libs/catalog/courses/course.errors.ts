import { Conflict } from '#platform/errors';

/** 409: the status of the course does not allow this move; the detail lists the allowed moves. */
export class IllegalMove extends Conflict {
  constructor(status: string, move: string, allowed: readonly string[]) {
    super('illegal_move', `${move} is not possible while the course is ${status}; possible: ${allowed.join(', ')}`);
  }
}

/** 409: the published library has reached a limit; the detail names the limit. */
export class LibraryFull extends Conflict {
  constructor(most: string) {
    super('library_full', `a library has at most ${most}: archive courses, or take topics out`);
  }
}

/** 409: only a published course is exported. */
export class CourseUnpublished extends Conflict {
  constructor(status: string) {
    super('course_unpublished', `the course is ${status}: publish it before you export it`);
  }
}

/** 409: the course has no content and no quiz. */
export class NothingToExport extends Conflict {
  constructor() {
    super('nothing_to_export', 'the course has neither content nor a quiz: a package would be empty');
  }
}
