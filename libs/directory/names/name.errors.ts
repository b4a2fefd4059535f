import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Conflict, Problem } from '#platform/errors';

/** 409: the tenant already has a site or a group of that name. */
class NameTaken extends Problem {
  constructor(what: string) {
    super(409, 'name_taken', `a ${what} of that name already exists`, [
      { field: 'name', message: `names another ${what}` },
    ]);
  }
}

/** 409: the site or group still has active workers. */
export class StillUsed extends Conflict {
  constructor(what: string, workers: number) {
    super(
      'still_used',
      `${workers} active ${workers === 1 ? 'worker is' : 'workers are'} in this ${what}: move or deactivate them first`,
    );
  }
}

/** Runs a write of a name, and maps a violation of its unique constraint. @throws NameTaken */
export async function mapNameConflict<T>(what: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw error instanceof UniqueConstraintViolationException ? new NameTaken(what) : error;
  }
}
