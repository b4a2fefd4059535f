import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Conflict, Problem } from '#platform/errors';

/** 409: another user of the tenant has this address. */
class EmailTaken extends Problem {
  constructor() {
    super(409, 'email_taken', 'a user with this e-mail address exists already', [
      { field: 'email', message: 'belongs to another user' },
    ]);
  }
}

/** 409: nobody could administer the tenant without this user. */
export class LastAdmin extends Conflict {
  constructor() {
    super('last_admin', 'this is the last active admin: make another user an admin first');
  }
}

/** Stores a user's address. @throws EmailTaken */
export async function rejectDuplicateEmail<T>(store: () => Promise<T>): Promise<T> {
  return store().catch((error: unknown) => {
    throw error instanceof UniqueConstraintViolationException ? new EmailTaken() : error;
  });
}
