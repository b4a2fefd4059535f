import { Conflict, Problem } from '#platform/errors';

/** 409: with no password and no single sign-on that is known to work nobody could log in. */
export class SignOnUntried extends Conflict {
  constructor() {
    super('sign_on_untried', 'an admin must have logged in at this issuer before passwords are refused');
  }
}

/** 404: there is no such tenant, or it has no single sign-on. */
export class SignOnNotSetUp extends Problem {
  constructor() {
    super(404, 'sign_on_not_set_up', 'no single sign-on is set up for this tenant');
  }
}

/** 400: the way back does not belong to a log-in that this browser began. */
export class SignOnLost extends Problem {
  constructor() {
    super(400, 'sign_on_lost', 'this log-in was begun in another browser, or too long ago: begin again');
  }
}

/** 503: the provider cannot be reached, or does not answer in time. */
export class SignOnUnavailable extends Problem {
  constructor() {
    super(503, 'sign_on_unavailable', 'the OpenID provider does not answer: try again in a moment');
  }
}

/** 403: the provider has not logged the user in. */
export class SignOnRefused extends Problem {
  /** @param error a code of OAuth 2.0, section 4.1.2.1 */
  constructor(error: string) {
    super(
      403,
      'sign_on_refused',
      `the OpenID provider refused the log-in: ${/^[\w.-]{1,64}$/.test(error) ? error : 'it does not say why'}`,
    );
  }
}

/** 403: what the provider answers does not hold: a wrong client secret, a token that is not for this log-in. */
export class SignOnInvalid extends Problem {
  constructor() {
    super(
      403,
      'sign_on_invalid',
      'what the OpenID provider answered does not hold: an admin should check the client secret and the issuer',
    );
  }
}

/** 403: nobody can tell whose address it is, or it is none of those that are let in. */
export class SignOnEmailRefused extends Problem {
  constructor() {
    super(403, 'sign_on_email', 'the OpenID provider vouches for no e-mail address that is let in here');
  }
}

/** 403: the provider knows who it is, and the engine does not, or no longer. */
export class SignOnNoAccount extends Problem {
  constructor() {
    super(403, 'sign_on_no_account', 'there is no active user for this account: ask an admin for an invitation');
  }
}

/** 403: none of the roles is the user's. */
export class SignOnNoRole extends Problem {
  constructor() {
    super(403, 'sign_on_no_role', 'the OpenID provider gives this account no role here');
  }
}
