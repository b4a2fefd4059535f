import type { Schemas } from '#client';

export type User = Schemas['UserView'];

/** A link by which a user sets a password, and whose it is. */
export interface PasswordLink {
  readonly email: string;
  readonly url: string;
  readonly expiresAt: string;
}
