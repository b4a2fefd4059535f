import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Unauthorized } from '#platform/errors';
import { demandCsrfToken } from '../sessions/csrf.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { Sessions } from '../sessions/sessions.js';
import { TokensService } from '../tokens/tokens.service.js';
import type { Member } from '../access/member.js';

/**
 * Authenticates the caller of a request: a program by its bearer token, or a user by the cookie of a console session.
 */
@Injectable()
export class Authentication {
  constructor(
    private readonly tokens: TokensService,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  /**
   * A browser sends a cookie automatically, so a request that makes a change also needs the session's CSRF token.
   * @throws Unauthorized, CsrfRefused
   */
  async memberOf(request: FastifyRequest): Promise<Member> {
    const session = request.headers.authorization === undefined ? this.cookie.read(request) : null;
    if (session === null) return this.tokens.authenticate(bearerOf(request));
    const member = await this.sessions.authenticate(session);
    demandCsrfToken(request, session);
    return member;
  }
}

/** @throws Unauthorized */
export function bearerOf({ headers }: FastifyRequest): string {
  const match = /^Bearer ([\w.~+/=-]{1,512})$/i.exec(headers.authorization ?? '');
  if (match?.[1] === undefined) throw new Unauthorized('send "Authorization: Bearer <token>", or log in');
  return match[1];
}
