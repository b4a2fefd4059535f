/**
 * The bucket holds this many seconds' worth of tokens: what an operator sets as events a second is what may come at
 * once, and after a quiet spell nobody gets more than two seconds' worth within one.
 */
export const BURST_SECONDS = 1;

/**
 * The rate of a tenant for whom the operator set none: more than one api process records, so that it never stands in
 * the way of honest work, and still keeps one runaway sender from taking every process of a larger installation.
 */
export const DEFAULT_EVENTS_PER_SECOND = 25_000;

/**
 * Sums of fractions fall short of a whole token by less than this, and who waited as long as told is not sent away
 * again.
 */
const ROUNDING = 1e-6;

/** What a tenant's bucket says of one request. */
export interface RateLimitDecision {
  readonly allowed: boolean;
  /** Tokens of a full bucket, one an event. */
  readonly limit: number;
  /** Whole tokens left; 0 where a batch left a debt. */
  readonly remaining: number;
  /** Whole seconds until the bucket is full, if nothing is sent. */
  readonly resetSeconds: number;
  /** Whole seconds until there is a token again, at least 1; 0 where the request was allowed. */
  readonly retryAfterSeconds: number;
}

/** The tokens of one tenant at a moment of a monotone clock, in milliseconds. Below zero: a debt that a batch left. */
export interface Bucket {
  tokens: number;
  at: number;
}

/** @param rate events a second, at least 1 */
export function capacityOf(rate: number): number {
  return rate * BURST_SECONDS;
}

export function fullBucket(rate: number, now: number): Bucket {
  return { tokens: capacityOf(rate), at: now };
}

/** What a bucket holds by `now`. A changed rate counts from the last change of the bucket. */
export function tokensAt({ tokens, at }: Bucket, rate: number, now: number): number {
  return Math.min(capacityOf(rate), tokens + (Math.max(0, now - at) / 1_000) * rate);
}

/**
 * Takes a token for each event where there is at least one, else takes none. A batch may leave a debt, which the next
 * requests wait for: refusing what is larger than the bucket would refuse a full sync for ever.
 */
export function take(bucket: Bucket, rate: number, events: number, now: number): RateLimitDecision {
  const tokens = tokensAt(bucket, rate, now);
  if (!hasToken(tokens)) return decide(false, tokens, rate);
  bucket.tokens = tokens - events;
  bucket.at = now;
  return decide(true, bucket.tokens, rate);
}

/** @param tokens what is left after the request */
export function decide(allowed: boolean, tokens: number, rate: number): RateLimitDecision {
  const limit = capacityOf(rate);
  return {
    allowed,
    limit,
    remaining: Math.max(0, Math.floor(tokens + ROUNDING)),
    resetSeconds: Math.ceil((limit - tokens) / rate),
    retryAfterSeconds: allowed ? 0 : Math.max(1, Math.ceil((1 - tokens) / rate)),
  };
}

function hasToken(tokens: number): boolean {
  return tokens >= 1 - ROUNDING;
}
