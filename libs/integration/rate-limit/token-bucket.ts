/**
 * The capacity of a bucket, as seconds of the tenant's rate. With 1, a burst is as large as the rate that the operator
 * set, and no second has more than twice as many events.
 */
export const BURST_SECONDS = 1;

/**
 * The rate of a tenant that has no rate of its own. One api process records less, so that normal use is not limited; a
 * runaway sender cannot occupy all processes of a larger installation.
 */
export const DEFAULT_EVENTS_PER_SECOND = 25_000;

/** Tolerance for rounding errors, so that a sender that waited for `Retry-After` is not refused again. */
const ROUNDING = 1e-6;

/** The decision about one request, and the state of the bucket after it. */
export interface RateLimitDecision {
  readonly allowed: boolean;
  /** The capacity of the bucket, in events. */
  readonly limit: number;
  /** Whole tokens left; 0 if a batch left a debt. */
  readonly remaining: number;
  /** Whole seconds until the bucket is full, if nothing is sent. */
  readonly resetSeconds: number;
  /** Whole seconds until there is a token, at least 1; 0 if the request was allowed. */
  readonly retryAfterSeconds: number;
}

export interface Bucket {
  /** Below zero: a debt that a batch left. */
  tokens: number;
  /** When `tokens` was computed, in milliseconds of a monotonic clock. */
  at: number;
}

/** @param rate events per second, at least 1 */
export function capacityOf(rate: number): number {
  return rate * BURST_SECONDS;
}

export function fullBucket(rate: number, now: number): Bucket {
  return { tokens: capacityOf(rate), at: now };
}

/** The tokens of a bucket at `now`. A changed rate counts from the last change of the bucket. */
export function tokensAt({ tokens, at }: Bucket, rate: number, now: number): number {
  return Math.min(capacityOf(rate), tokens + (Math.max(0, now - at) / 1_000) * rate);
}

/**
 * Takes a token for each event if the bucket has at least one token; otherwise takes none. A batch may leave a debt,
 * which delays the next requests: if larger batches were refused, a full synchronization could never be sent.
 */
export function take(bucket: Bucket, rate: number, events: number, now: number): RateLimitDecision {
  const refusal = refusalOf(bucket, rate, now);
  if (refusal !== null) return refusal;
  bucket.tokens = tokensAt(bucket, rate, now) - events;
  bucket.at = now;
  return decide(true, bucket.tokens, rate);
}

/** The refusal of a request if the bucket has no token; null otherwise. Takes none. */
export function refusalOf(bucket: Bucket, rate: number, now: number): RateLimitDecision | null {
  const tokens = tokensAt(bucket, rate, now);
  return hasToken(tokens) ? null : decide(false, tokens, rate);
}

/** @param tokens the tokens left after the request */
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
