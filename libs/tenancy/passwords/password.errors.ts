import { Conflict, Problem } from '#platform/errors';

/** 410: the link that was to set a password is unknown, was used, or has expired. */
export class LinkSpent extends Problem {
  constructor() {
    super(410, 'link_spent', 'this link has been used or has expired: ask an admin for a new one');
  }
}

/** 403: a change of the own password needs the one that is. */
export class WrongPassword extends Problem {
  constructor() {
    super(403, 'wrong_password', 'the current password is another');
  }
}

/** 409: only people have passwords. */
export class NoPassword extends Conflict {
  constructor() {
    super('no_password', 'an API token has no password: log in to change yours');
  }
}
