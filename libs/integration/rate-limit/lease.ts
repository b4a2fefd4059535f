import { type Bucket, type RateLimitDecision, decide, tokensAt } from './token-bucket.js';

/**
 * A lease has the tokens of this time. A longer time means fewer requests to Redis, but more tokens that another
 * process could have used.
 */
const LEASE_SECONDS = 0.05;
/** After this time, unused tokens are returned with the next request, and a refusal is checked again. */
const LEASE_MS = 1_000;

/** A request of a process to the shared bucket. */
export interface GrantRequest {
  /** Events per second. */
  readonly rate: number;
  /** Unused tokens of the last lease, which are returned first. */
  readonly returned: number;
  /** Tokens for the waiting request, taken in full if there is at least one token, even if that leaves a debt. */
  readonly events: number;
  /** Additional tokens, as far as there are any, for the next requests of this process. */
  readonly lease: number;
}

export interface Grant {
  readonly allowed: boolean;
  /** Additional tokens, as requested by `lease`. */
  readonly leased: number;
  /** Tokens left in the shared bucket; below zero: a debt. */
  readonly left: number;
}

/** Requests tokens from the shared bucket; null: it did not answer in time. */
export type RequestGrant = (request: GrantRequest) => Promise<Grant | null>;

interface WaitingRequest {
  readonly rate: number;
  readonly events: number;
  /** Called once; null: the shared bucket did not answer. */
  readonly answered: (decision: RateLimitDecision | null) => void;
}

/**
 * The tokens of one tenant in this process. It leases a few at a time from the shared bucket, so that most requests are
 * decided without a call to Redis. Requests that arrive during such a call wait for it, and are served in order.
 */
export class Lease {
  private rate = 0;
  private tokens = 0;
  private usableUntil = 0;
  private emptyUntil = 0;
  /** The state of the shared bucket at its last reply. */
  private shared: Bucket = { tokens: 0, at: 0 };
  private readonly waiting: WaitingRequest[] = [];

  constructor(private readonly requestGrant: RequestGrant) {}

  take(rate: number, events: number, now: number): RateLimitDecision | Promise<RateLimitDecision | null> {
    if (rate === this.rate && this.waiting.length === 0) {
      if (now < this.usableUntil && this.tokens >= events) return this.spend(events, now);
      if (now < this.emptyUntil) return this.refuse(now);
    }
    return new Promise((answered) => {
      this.waiting.push({ rate, events, answered });
      if (this.waiting.length === 1) void this.serve();
    });
  }

  /** The refusal of a request if it is known that the shared bucket is empty; null otherwise. */
  refusal(rate: number, now: number): RateLimitDecision | null {
    return rate === this.rate && this.waiting.length === 0 && now < this.emptyUntil ? this.refuse(now) : null;
  }

  private async serve(): Promise<void> {
    for (let first = this.waiting[0]; first !== undefined; first = this.waiting[0]) {
      const grant = await this.requestGrant(this.grantRequestFor(first));
      if (grant === null) return this.answerAll(null);
      const now = performance.now();
      this.storeGrant(first.rate, grant, now);
      if (!grant.allowed) return this.answerAll(this.refuse(now));
      this.waiting.shift();
      first.answered(this.spend(0, now));
      this.serveFromLease(now);
    }
  }

  private grantRequestFor({ rate, events }: WaitingRequest): GrantRequest {
    const returned = this.tokens;
    const others = this.waiting.reduce((sum, next) => sum + next.events, -events);
    // Returned tokens must not be used meanwhile, even if the call fails.
    this.tokens = 0;
    return { rate, returned, events, lease: Math.max(others, Math.floor(rate * LEASE_SECONDS)) };
  }

  private storeGrant(rate: number, { allowed, leased, left }: Grant, now: number): void {
    this.rate = rate;
    this.tokens = leased;
    this.shared = { tokens: left, at: now };
    this.usableUntil = now + LEASE_MS;
    this.emptyUntil = allowed ? 0 : now + Math.min(LEASE_MS, ((1 - left) / rate) * 1_000);
  }

  private serveFromLease(now: number): void {
    for (
      let next = this.waiting[0];
      next !== undefined && next.rate === this.rate && this.tokens >= next.events;
      next = this.waiting[0]
    ) {
      this.waiting.shift();
      next.answered(this.spend(next.events, now));
    }
  }

  private answerAll(decision: RateLimitDecision | null): void {
    for (const { answered } of this.waiting.splice(0)) answered(decision);
  }

  private spend(events: number, now: number): RateLimitDecision {
    this.tokens -= events;
    return decide(true, this.tokensLeft(now), this.rate);
  }

  private refuse(now: number): RateLimitDecision {
    return decide(false, this.tokensLeft(now), this.rate);
  }

  private tokensLeft(now: number): number {
    return tokensAt(this.shared, this.rate, now) + this.tokens;
  }
}
