import { Conflict, Problem } from '#platform/errors';

/** 409: nobody could log in, without passwords and without a tested single sign-on. */
export class SignOnUntried extends Conflict {
  constructor() {
    super('sign_on_untried', 'an admin must have logged in at this issuer before password log-ins are disabled');
  }
}

/** 404: the tenant is unknown, or has no single sign-on. */
export class SignOnNotSetUp extends Problem {
  constructor() {
    super(404, 'sign_on_not_set_up', 'single sign-on is not set up for this tenant');
  }
}

/** 400: the callback does not belong to a log-in that this browser started. */
export class SignOnLost extends Problem {
  constructor() {
    super(
      400,
      'sign_on_lost',
      'this log-in was started in another browser, too long ago, or with other settings: start again',
    );
  }
}

/** 503: the provider cannot be reached, does not answer in time, or answers that it cannot serve now. */
export class SignOnUnavailable extends Problem {
  constructor() {
    super(503, 'sign_on_unavailable', 'the OpenID provider is unavailable: try again in a moment');
  }
}

/** 403: the provider refused the log-in. */
export class SignOnRefused extends Problem {
  /** @param error an error code of OAuth 2.0, section 4.1.2.1 */
  constructor(error: string) {
    super(
      403,
      'sign_on_refused',
      `the OpenID provider refused the log-in: ${/^[\w.-]{1,64}$/.test(error) ? error : 'no valid error code'}`,
    );
  }
}

/** 403: the provider's response is invalid: a wrong client secret, or a token that is not for this log-in. */
export class SignOnInvalid extends Problem {
  constructor() {
    super(
      403,
      'sign_on_invalid',
      'the response of the OpenID provider is invalid: an admin should check the client secret and the issuer',
    );
  }
}

/** 403: the address is not verified, or its domain is not allowed. */
export class SignOnEmailRefused extends Problem {
  constructor() {
    super(
      403,
      'sign_on_email',
      'the OpenID provider has no verified e-mail address of an allowed domain for this account',
    );
  }
}

/** 403: the engine has no active user for the provider's account. */
export class SignOnNoAccount extends Problem {
  constructor() {
    super(403, 'sign_on_no_account', 'there is no active user for this account: ask an admin for an invitation');
  }
}

/** 403: the provider's claims map to no role. */
export class SignOnNoRole extends Problem {
  constructor() {
    super(403, 'sign_on_no_role', 'the OpenID provider gives this account no role here');
  }
}
