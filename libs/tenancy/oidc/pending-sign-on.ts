import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config, type SecretsKeys } from '#platform/config';
import { open, seal } from '../secrets/secret-box.js';
import { HostCookie } from '../cookies/host-cookie.js';

const LIFETIME_SECONDS = 10 * 60;
/** Binds the ciphertext, so that another sealed cookie cannot be decrypted here. */
const CONTEXT = 'pending sign-on';

/** A log-in that waits for the provider's callback. */
export interface PendingSignOn {
  readonly tenantId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** The page after the log-in. */
  readonly returnTo: string;
}

/**
 * The pending log-in of a browser, encrypted in a cookie: no other browser can complete it, and nothing is stored for
 * log-ins that are abandoned. `Lax` allows the cookie when the provider redirects the browser back.
 */
@Injectable()
export class PendingSignOns {
  private readonly cookie: HostCookie;
  private readonly keys: SecretsKeys;

  constructor(@Inject(CONFIG) { publicUrl, secretsKeys }: Config) {
    this.cookie = new HostCookie(publicUrl, 'sign_on', LIFETIME_SECONDS);
    this.keys = secretsKeys;
  }

  remember(reply: FastifyReply, pending: PendingSignOn): void {
    const value = seal(
      this.keys,
      JSON.stringify({ pending, until: Date.now() + LIFETIME_SECONDS * 1_000 }),
      CONTEXT,
    ).toString('base64url');
    this.cookie.set(reply, value);
  }

  /**
   * Returns and ends the browser's pending log-in. That of another state stays: it was started later, in another tab.
   * @returns null if there is none, or it has expired
   */
  take(request: FastifyRequest, reply: FastifyReply, state: string | null): PendingSignOn | null {
    const value = this.cookie.read(request);
    if (value === null) return null;
    const pending = this.opened(value);
    if (pending !== null && pending.state !== state) return null;
    this.cookie.clear(reply);
    return pending;
  }

  private opened(value: string): PendingSignOn | null {
    try {
      // The ciphertext was created by `remember`.
      const { pending, until } = JSON.parse(open(this.keys, Buffer.from(value, 'base64url'), CONTEXT)) as {
        pending: PendingSignOn;
        until: number;
      };
      return until > Date.now() ? pending : null;
    } catch {
      return null;
    }
  }
}
