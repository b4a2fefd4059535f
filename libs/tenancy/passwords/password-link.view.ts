import type { IssuedLink } from './password-links.js';

/** A link by which a password is set, once. Shown when it is made, and never again. */
export class PasswordLinkView {
  /** `edp_…`, for `POST /engine/v1/auth/password`. */
  token: string;
  /** Where the console asks for the password. The token is in the fragment, which no browser sends to a server. */
  url: string;
  expiresAt: string;
}

/** @param publicUrl where browsers reach the engine */
export function linkView({ token, expiresAt }: IssuedLink, publicUrl: string): PasswordLinkView {
  return { token, url: `${publicUrl}/set-password#${token}`, expiresAt: expiresAt.toISOString() };
}
