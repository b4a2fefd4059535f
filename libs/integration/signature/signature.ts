import { type Hmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type LiveSecret, MAX_LIVE_SECRETS, type TenantKeys } from '#tenancy';
import { edifydClaim } from './edifyd-signature.js';
import type { SignatureClaim } from './signature-claim.js';
import { standardClaim } from './standard-webhooks.js';

/** Signs for nobody: takes the place of secrets that a tenant does not have. */
const dummyKey = createSecretKey(randomBytes(32));
const NONE: readonly LiveSecret[] = [];
const DUMMY_SECRET: LiveSecret = { id: '', key: dummyKey, decodedKey: dummyKey, expiresAt: null };

/**
 * What the headers of a request claim, by `x-edifyd-signature` or else by the headers of Standard Webhooks.
 * @param now milliseconds since the epoch
 */
export function claimOf(headers: IncomingHttpHeaders, now: number): SignatureClaim {
  const own = headers['x-edifyd-signature'];
  return own === undefined && headers['webhook-signature'] !== undefined
    ? standardClaim(headers, now)
    : edifydClaim(own);
}

/**
 * The check of one request's signature. A refusal takes the same number of MACs whatever it is for: an unknown tenant,
 * a malformed signature, or a wrong one of a tenant with one secret or several, so that its time says nothing. A body
 * that arrives in several pieces is checked as it arrives, so that no large body is hashed in one go, and one that
 * nobody can vouch for need not be kept.
 */
export class SignatureCheck {
  private readonly live: readonly LiveSecret[];
  private readonly count: number;
  private macs: readonly Hmac[] | null = null;

  /** @param tenant the keys of the tenant that the URL names; undefined where it is unknown or suspended */
  constructor(
    tenant: TenantKeys | undefined,
    private readonly claim: SignatureClaim,
  ) {
    this.live = tenant?.secrets ?? NONE;
    this.count = Math.max(this.live.length, MAX_LIVE_SECRETS);
  }

  /** Takes the next piece of a body that has several. */
  update(piece: Buffer): void {
    this.macs ??= Array.from({ length: this.count }, (_value, index) => this.startMac(this.secretAt(index)));
    for (const mac of this.macs) mac.update(piece);
  }

  /**
   * The live secret that signed the body; null where none did.
   * @param body where it came in one piece: the newest secret is tried first, and the others where it did not sign
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
    // Every comparison is made, whatever the ones before it said.
    const isEqual = this.claim.macs.map((claimed) => timingSafeEqual(mac, claimed)).includes(true);
    const isLive = secret !== DUMMY_SECRET && (secret.expiresAt === null || secret.expiresAt > now);
    return isEqual && isLive && this.claim.wellFormed;
  }
}
