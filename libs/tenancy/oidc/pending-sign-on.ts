import { Inject, Injectable } from '@nestjs/common';
import { type SetCookie, parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '#platform/config';
import { open, seal } from '../secrets/secret-box.js';

const LIFETIME_SECONDS = 10 * 60;
/** A sealed cookie of another kind does not open here. */
const CONTEXT = 'pending sign-on';

/** A log-in that has gone to the provider and is not back yet. */
export interface PendingSignOn {
  readonly tenantId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** Where it ends. */
  readonly returnTo: string;
}

/**
 * The pending log-in of a browser, sealed in a cookie of its own: nobody else can bring it to its end, and nothing is stored for those
 * that never come back. `Lax` lets it come along when the provider sends the browser back; `__Host-` keeps other hosts of the domain from
 * planting theirs.
 */
@Injectable()
export class PendingSignOns {
  private readonly name: string;
  private readonly attributes: Pick<SetCookie, 'path' | 'httpOnly' | 'sameSite' | 'secure'>;
  private readonly key: Buffer;

  constructor(@Inject(CONFIG) { publicUrl, secretsKey }: Config) {
    const secure = publicUrl.startsWith('https:');
    this.name = secure ? '__Host-edifyd_sign_on' : 'edifyd_sign_on';
    this.attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure };
    this.key = secretsKey;
  }

  remember(reply: FastifyReply, pending: PendingSignOn): void {
    const value = seal(this.key, JSON.stringify({ pending, until: Date.now() + LIFETIME_SECONDS * 1_000 }), CONTEXT).toString('base64url');
    void reply.header('set-cookie', stringifySetCookie({ name: this.name, value, ...this.attributes, maxAge: LIFETIME_SECONDS }));
  }

  /** Takes the browser's pending log-in, which is then over. Null: there is none, or it has taken too long. */
  take({ headers: { cookie } }: FastifyRequest, reply: FastifyReply): PendingSignOn | null {
    const value = cookie === undefined ? undefined : parseCookie(cookie)[this.name];
    if (value === undefined) return null;
    void reply.header('set-cookie', stringifySetCookie({ name: this.name, value: '', ...this.attributes, maxAge: 0 }));
    return this.opened(value);
  }

  private opened(value: string): PendingSignOn | null {
    try {
      // What opens was sealed by `remember`.
      const { pending, until } = JSON.parse(open(this.key, Buffer.from(value, 'base64url'), CONTEXT)) as { pending: PendingSignOn; until: number };
      return until > Date.now() ? pending : null;
    } catch {
      return null;
    }
  }
}
