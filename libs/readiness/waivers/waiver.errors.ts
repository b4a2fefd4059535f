import { Conflict } from '#platform/errors';

/** 409: the worker has a waiver of the same thing that still holds. */
export class AlreadyWaived extends Conflict {
  constructor() {
    super('already_waived', 'the worker has a waiver of this already: delete it first, to set another end');
  }
}
