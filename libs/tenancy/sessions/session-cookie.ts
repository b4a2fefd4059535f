import { Inject, Injectable } from '@nestjs/common';
import { type SetCookie, parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '#platform/config';
import { LIFETIME_SECONDS } from './session-lifetime.js';

/**
 * The cookie that holds a session's token: out of reach of scripts, sent by pages of other sites when somebody follows a link and
 * never with their requests, and over TLS only where the engine is reached by TLS. `__Host-` keeps other hosts of the domain from setting it.
 */
@Injectable()
export class SessionCookie {
  private readonly name: string;
  private readonly attributes: Pick<SetCookie, 'path' | 'httpOnly' | 'sameSite' | 'secure'>;

  constructor(@Inject(CONFIG) { publicUrl }: Config) {
    const secure = publicUrl.startsWith('https:');
    this.name = secure ? '__Host-edifyd_session' : 'edifyd_session';
    this.attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure };
  }

  read({ headers: { cookie } }: FastifyRequest): string | null {
    return cookie === undefined ? null : (parseCookie(cookie)[this.name] ?? null);
  }

  set(reply: FastifyReply, token: string): void {
    void reply.header('set-cookie', stringifySetCookie({ name: this.name, value: token, ...this.attributes, maxAge: LIFETIME_SECONDS }));
  }

  clear(reply: FastifyReply): void {
    void reply.header('set-cookie', stringifySetCookie({ name: this.name, value: '', ...this.attributes, maxAge: 0 }));
  }
}
