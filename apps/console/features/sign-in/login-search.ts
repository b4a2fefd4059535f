import { words } from '../../shared/search/params.js';

export interface LoginSearch {
  readonly tenant?: string | undefined;
  /** Why single sign-on failed. */
  readonly error?: string | undefined;
  /** The page to go back to: a path of this site. */
  readonly returnTo?: string | undefined;
  readonly reason?: 'ended' | 'signed-out' | 'password-set' | undefined;
}

const REASONS = ['ended', 'signed-out', 'password-set'] as const;

export function loginSearch(search: Record<string, unknown>): LoginSearch {
  const { tenant, error, returnTo, reason } = search;
  return {
    tenant: words(tenant),
    error: typeof error === 'string' ? error : undefined,
    returnTo: typeof returnTo === 'string' && isPath(returnTo) ? returnTo : undefined,
    reason: REASONS.find((known) => known === reason),
  };
}

/** Not `//elsewhere` nor `/\elsewhere`, which browsers take for another site. */
function isPath(value: string): boolean {
  return /^\/(?![/\\])/.test(value);
}
