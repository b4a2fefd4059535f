import { Conflict, Problem } from '#platform/errors';

/** 410: the link is unknown, used or expired. */
export class LinkSpent extends Problem {
  constructor() {
    super(410, 'link_spent', 'this link has been used or has expired: ask an admin for a new one');
  }
}

/** 403: changing a password requires the current one. */
export class WrongPassword extends Problem {
  constructor() {
    super(403, 'wrong_password', 'the current password is wrong');
  }
}

/** 409: only users have passwords. */
export class NoPassword extends Conflict {
  constructor() {
    super('no_password', 'an API token has no password: log in to change yours');
  }
}
