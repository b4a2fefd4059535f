import { ForeignKeyConstraintViolationException, UniqueConstraintViolationException } from '@mikro-orm/core';
import { Conflict, Invalid } from '#platform/errors';

/** 409: the topic has an accepted synonym already, or one with the same meaning. */
class SynonymTaken extends Conflict {
  constructor() {
    super('synonym_taken', 'there is a synonym of this topic already: change, accept or reject that one');
  }
}

/** 409: no more synonyms can be accepted. */
export class TooManySynonyms extends Conflict {
  constructor() {
    super('too_many_synonyms', 'a library has at most 5,000 accepted synonyms: delete or reject others first');
  }
}

/** 422: the library has no such course. */
export class UnknownCourse extends Invalid {
  constructor() {
    super([{ field: 'courseId', message: 'must be a course of the library' }]);
  }
}

/**
 * Runs a write in which a topic may turn out to have a meaning already, and its course to be deleted.
 * @throws SynonymTaken, UnknownCourse
 */
export async function mapSynonymConflict<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof ForeignKeyConstraintViolationException) throw new UnknownCourse();
    throw error instanceof UniqueConstraintViolationException ? new SynonymTaken() : error;
  }
}
