import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '#platform/config';
import { open, seal } from '../secrets/secret-box.js';
import { HostCookie } from '../cookies/host-cookie.js';

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
 * The pending log-in of a browser, sealed in a cookie of its own: nobody else can bring it to its end, and nothing is
 * stored for those that never come back. `Lax` lets it come along when the provider sends the browser back.
 */
@Injectable()
export class PendingSignOns {
  private readonly cookie: HostCookie;
  private readonly key: Buffer;

  constructor(@Inject(CONFIG) { publicUrl, secretsKey }: Config) {
    this.cookie = new HostCookie(publicUrl, 'sign_on', LIFETIME_SECONDS);
    this.key = secretsKey;
  }

  remember(reply: FastifyReply, pending: PendingSignOn): void {
    const value = seal(
      this.key,
      JSON.stringify({ pending, until: Date.now() + LIFETIME_SECONDS * 1_000 }),
      CONTEXT,
    ).toString('base64url');
    this.cookie.set(reply, value);
  }

  /** Takes the browser's pending log-in, which is then over. Null: there is none, or it has taken too long. */
  take(request: FastifyRequest, reply: FastifyReply): PendingSignOn | null {
    const value = this.cookie.read(request);
    if (value === null) return null;
    this.cookie.clear(reply);
    return this.opened(value);
  }

  private opened(value: string): PendingSignOn | null {
    try {
      // What opens was sealed by `remember`.
      const { pending, until } = JSON.parse(open(this.key, Buffer.from(value, 'base64url'), CONTEXT)) as {
        pending: PendingSignOn;
        until: number;
      };
      return until > Date.now() ? pending : null;
    } catch {
      return null;
    }
  }
}
