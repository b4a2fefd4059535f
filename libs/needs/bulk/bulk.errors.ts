import { Problem } from '#platform/errors';

/** 422: the body selects more needs than one operation may have. */
export class TooManyNeeds extends Problem {
  constructor(most: number) {
    super(422, 'too_many_needs', `the filter selects more than ${most} needs: narrow it`, [
      { field: 'filter', message: `must select at most ${most} needs` },
    ]);
  }
}
