import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Conflict } from '#platform/errors';

/** 409: the audience has a requirement of that credential or course already. */
class RequirementExists extends Conflict {
  constructor() {
    super('requirement_exists', 'this audience has a requirement of that credential or course: change that one');
  }
}

/** Requirements of a tenant: the board reads all of them for each set of workers. */
export const MAX_REQUIREMENTS = 10_000;

/** 409: the tenant has as many requirements as it may have. */
export class TooManyRequirements extends Conflict {
  constructor() {
    super('too_many_requirements', 'a tenant has at most 10,000 requirements: delete others first');
  }
}

/** Runs a write that may repeat a requirement. @throws RequirementExists */
export async function rejectRepetition<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw error instanceof UniqueConstraintViolationException ? new RequirementExists() : error;
  }
}
