import { type SetCookie, parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * A cookie of this host. Scripts cannot read it. Other sites send it when a user follows a link, but not with their
 * own requests. If the engine is served over TLS, the cookie is sent over TLS only, and `__Host-` prevents other
 * hosts of the domain from setting it.
 */
export class HostCookie {
  private readonly name: string;
  private readonly attributes: Pick<SetCookie, 'path' | 'httpOnly' | 'sameSite' | 'secure'>;

  /** @param name without its prefix @param maxAge seconds */
  constructor(
    publicUrl: string,
    name: string,
    private readonly maxAge: number,
  ) {
    const secure = publicUrl.startsWith('https:');
    this.name = secure ? `__Host-edifyd_${name}` : `edifyd_${name}`;
    this.attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure };
  }

  read({ headers: { cookie } }: FastifyRequest): string | null {
    return cookie === undefined ? null : (parseCookie(cookie)[this.name] ?? null);
  }

  set(reply: FastifyReply, value: string): void {
    this.send(reply, value, this.maxAge);
  }

  clear(reply: FastifyReply): void {
    this.send(reply, '', 0);
  }

  private send(reply: FastifyReply, value: string, maxAge: number): void {
    void reply.header('set-cookie', stringifySetCookie({ name: this.name, value, ...this.attributes, maxAge }));
  }
}
