import { Problem } from '#platform/errors';

/** 422: more needs than one operation takes. */
export class TooManyNeeds extends Problem {
  constructor(most: number) {
    super(422, 'too_many_needs', `the filter chooses more than ${most} needs: narrow it`, [
      { field: 'filter', message: `must choose at most ${most} needs` },
    ]);
  }
}

/** 422: drafts are started one by one, at the need. */
export class AuthorNotInBulk extends Problem {
  constructor() {
    super(422, 'author_not_available', 'courses cannot be authored for many needs at once', [
      { field: 'action', message: 'must be offer, dismiss or snooze' },
    ]);
  }
}
