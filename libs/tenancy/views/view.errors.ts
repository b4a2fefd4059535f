import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Conflict, Problem } from '#platform/errors';

/** 409: the member has a view of the same list with this name. */
class ViewNameTaken extends Problem {
  constructor() {
    super(409, 'name_taken', 'you have a view of this list with that name already', [
      { field: 'name', message: 'names another view of this list' },
    ]);
  }
}

/** 409: the member, or the tenant, has as many views as there may be. */
export class TooManyViews extends Conflict {
  constructor(whose: string, most: number) {
    super('too_many_views', `${whose} at most ${most} views: delete one that is not used`);
  }
}

/** Stores a view. @throws ViewNameTaken */
export async function rejectTakenName<T>(store: () => Promise<T>): Promise<T> {
  return store().catch((error: unknown) => {
    throw error instanceof UniqueConstraintViolationException ? new ViewNameTaken() : error;
  });
}
