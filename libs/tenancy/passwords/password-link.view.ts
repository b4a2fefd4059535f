import type { IssuedLink } from './password-links.js';

/** A link that sets a password, once. It is shown only when it is created. */
export class PasswordLinkView {
  /** `edp_…`, for `POST /engine/v1/auth/password`. */
  token: string;
  /**
   * The console's page that asks for the password. The token is in the fragment, which browsers do not send to a
   * server.
   */
  url: string;
  /** When the link ends, in UTC. */
  expiresAt: string;
}

/** @param publicUrl the address of the engine for browsers */
export function linkView({ token, expiresAt }: IssuedLink, publicUrl: string): PasswordLinkView {
  return { token, url: `${publicUrl}/set-password#${token}`, expiresAt: expiresAt.toISOString() };
}
