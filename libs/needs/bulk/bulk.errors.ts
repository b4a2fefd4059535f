import { Problem } from '#platform/errors';

/** 422: the body selects more needs than one operation may have. */
export class TooManyNeeds extends Problem {
  constructor(most: number) {
    super(422, 'too_many_needs', `the filter selects more than ${most} needs: narrow it`, [
      { field: 'filter', message: `must select at most ${most} needs` },
    ]);
  }
}

/** 422: a dry run of an offer would check more people than one answer may take. */
export class TooManyPeople extends Problem {
  constructor(field: 'ids' | 'filter', most: number) {
    super(422, 'too_many_people', `the needs reach more than ${most} people together: preview fewer of them`, [
      { field, message: `must select needs that reach at most ${most} people together in a dry run` },
    ]);
  }
}
