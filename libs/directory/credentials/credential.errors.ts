import { Conflict } from '#platform/errors';

/** 409: the worker already has a credential of that name and expiry. */
export class CredentialExists extends Conflict {
  constructor() {
    super('credential_exists', 'the worker has a credential of that name that expires at that time');
  }
}
