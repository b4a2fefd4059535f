import { type Hmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type LiveSecret, MAX_LIVE_SECRETS, type TenantKeys } from '#tenancy';
import { edifydClaim } from './edifyd-signature.js';
import type { SignatureClaim } from './signature-claim.js';
import { standardClaim } from './standard-webhooks.js';

/** Used instead of missing secrets, so that every check computes the same number of MACs. It is never valid. */
const dummyKey = createSecretKey(randomBytes(32));
const NONE: readonly LiveSecret[] = [];
const DUMMY_SECRET: LiveSecret = { id: '', key: dummyKey, decodedKey: dummyKey, expiresAt: null };

/**
 * Reads the signature headers of a request: `x-edifyd-signature` if present, otherwise those of Standard Webhooks.
 * @param now milliseconds since the epoch
 */
export function claimOf(headers: IncomingHttpHeaders, now: number): SignatureClaim {
  const own = headers['x-edifyd-signature'];
  return own === undefined && headers['webhook-signature'] !== undefined
    ? standardClaim(headers, now)
    : edifydClaim(own);
}

/**
 * Verifies the signature of one request. A refusal computes the same number of MACs for every reason (an unknown
 * tenant, a malformed or a wrong signature, one secret or several), so that its time reveals nothing. A body in several
 * pieces is hashed as it arrives: a large one does not block the event loop, and one that cannot be valid is not
 * stored.
 */
export class SignatureCheck {
  private readonly live: readonly LiveSecret[];
  private readonly count: number;
  private macs: readonly Hmac[] | null = null;

  /** @param tenant the keys of the tenant in the URL; undefined: unknown or suspended */
  constructor(
    tenant: TenantKeys | undefined,
    private readonly claim: SignatureClaim,
  ) {
    this.live = tenant?.secrets ?? NONE;
    this.count = Math.max(this.live.length, MAX_LIVE_SECRETS);
  }

  /** Hashes the next piece of a body in several pieces. */
  update(piece: Buffer): void {
    this.macs ??= Array.from({ length: this.count }, (_value, index) => this.startMac(this.secretAt(index)));
    for (const mac of this.macs) mac.update(piece);
  }

  /**
   * The live secret that signed the body; null: none did.
   * @param body a body in one piece, otherwise empty; the newest secret is tried first
   * @param now milliseconds since the epoch
   */
  signer(body: Buffer, now: number): LiveSecret | null {
    for (let index = 0; index < this.count; index++) {
      const secret = this.secretAt(index);
      const mac = this.macs?.[index] ?? this.startMac(secret).update(body);
      if (this.isClaimed(mac.digest(), secret, now)) return secret;
    }
    return null;
  }

  private secretAt(index: number): LiveSecret {
    return this.live[index] ?? DUMMY_SECRET;
  }

  private startMac(secret: LiveSecret): Hmac {
    return this.claim.startMac(this.claim.keyOf(secret));
  }

  private isClaimed(mac: Buffer, secret: LiveSecret, now: number): boolean {
    // All comparisons are made, so that the time does not depend on their results.
    const isEqual = this.claim.macs.map((claimed) => timingSafeEqual(mac, claimed)).includes(true);
    const isLive = secret !== DUMMY_SECRET && (secret.expiresAt === null || secret.expiresAt > now);
    return isEqual && isLive && this.claim.wellFormed;
  }
}
