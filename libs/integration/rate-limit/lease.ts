import { type Bucket, type RateLimitDecision, decide, tokensAt } from './token-bucket.js';

/**
 * A lease holds this share of a second's worth: so much may be in the wrong process's hands, and so seldom is the
 * shared bucket asked.
 */
const LEASE_SECONDS = 0.05;
/** What nobody used for so long goes back with the next question, and a refusal is asked about again. */
const LEASE_MS = 1_000;

/** What a process asks the shared bucket for. */
export interface GrantRequest {
  /** Events a second. */
  readonly rate: number;
  /** Tokens of the last lease that were not used: they go back first. */
  readonly returned: number;
  /** Taken whole where there is at least one token, even if it leaves a debt. */
  readonly events: number;
  /** Taken besides as far as there are tokens, to answer the next requests without asking. */
  readonly lease: number;
}

export interface Grant {
  readonly allowed: boolean;
  /** Tokens leased besides those of the request. */
  readonly leased: number;
  /** Tokens left in the shared bucket; below zero: a debt. */
  readonly left: number;
}

/** Asks the shared bucket; null where it does not answer in time. */
export type RequestGrant = (wanted: GrantRequest) => Promise<Grant | null>;

interface WaitingRequest {
  readonly rate: number;
  readonly events: number;
  /** Called once; null: the shared bucket did not answer. */
  readonly answered: (decision: RateLimitDecision | null) => void;
}

/**
 * One tenant's tokens in the hands of this process: a few are leased from the shared bucket at a time, so that most
 * requests are answered at once. Requests that come during a question wait for its answer together, and are served in
 * their order.
 */
export class Lease {
  private rate = 0;
  private tokens = 0;
  private usableUntil = 0;
  private emptyUntil = 0;
  /** The shared bucket as it last said. */
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
    // What goes back is not used meanwhile, whether or not the question is answered.
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
