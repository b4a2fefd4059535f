import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Conflict } from '#platform/errors';

/** 409: an accepted synonym says what the topic means already, or one with the same meaning is there. */
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

/** Runs a write in which a topic may turn out to have a meaning already. @throws SynonymTaken */
export async function rejectDuplicateTopic<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw error instanceof UniqueConstraintViolationException ? new SynonymTaken() : error;
  }
}
