import { Problem } from '#platform/errors';

/** 422: the body selects more needs than one operation may have. */
export class TooManyNeeds extends Problem {
  constructor(most: number) {
    super(422, 'too_many_needs', `the filter selects more than ${most} needs: narrow it`, [
      { field: 'filter', message: `must select at most ${most} needs` },
    ]);
  }
}

/** 422: drafts are started for one need at a time. */
export class AuthorNotInBulk extends Problem {
  constructor() {
    super(422, 'author_not_available', 'courses cannot be authored for many needs at once', [
      { field: 'action', message: 'must be offer, dismiss or snooze' },
    ]);
  }
}
