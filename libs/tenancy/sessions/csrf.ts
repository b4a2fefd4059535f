import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Problem } from '#platform/errors';

/** 403: a page of another site may have sent this. */
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
 * What a page must show to change something: known to whoever may read the session's answers, and to no other site.
 * Nothing is stored for it.
 */
export function csrfTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('csrf').digest('base64url');
}

/** Asked of every request that a cookie vouches for. @throws CsrfRefused */
export function demandCsrfToken(
  { method, headers }: Pick<FastifyRequest, 'method' | 'headers'>,
  sessionToken: string,
): void {
  if (READING.has(method)) return;
  const wanted = Buffer.from(csrfTokenOf(sessionToken));
  const sent = Buffer.from(String(headers['x-csrf-token'] ?? ''));
  if (sent.length !== wanted.length || !timingSafeEqual(sent, wanted)) throw new CsrfRefused();
}
