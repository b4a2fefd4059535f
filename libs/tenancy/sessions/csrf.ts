import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Problem } from '#platform/errors';

/** 403: another site may have caused this request. */
class CsrfRefused extends Problem {
  constructor() {
    super(
      403,
      'csrf_token',
      'a change with a session cookie needs the header "x-csrf-token" with the session\'s csrfToken',
    );
  }
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The token that a page must send with a change. Only pages that can read the session's responses know it, other
 * sites do not. It is derived from the session token and not stored.
 */
export function csrfTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('csrf').digest('base64url');
}

/** Checks every request that authenticates by cookie. @throws CsrfRefused */
export function demandCsrfToken(
  { method, headers }: Pick<FastifyRequest, 'method' | 'headers'>,
  sessionToken: string,
): void {
  if (READING.has(method)) return;
  const wanted = Buffer.from(csrfTokenOf(sessionToken));
  const sent = Buffer.from(String(headers['x-csrf-token'] ?? ''));
  if (sent.length !== wanted.length || !timingSafeEqual(sent, wanted)) throw new CsrfRefused();
}
