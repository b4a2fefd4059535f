import { BURST_SECONDS, type RateLimitDecision } from './token-bucket.js';

/**
 * The fields of draft-ietf-httpapi-ratelimit-headers-11, Lists of RFC 9651: the policy has a quota (`q`) a window of
 * `w` seconds, the limit what remains of it (`r`) and the seconds (`t`) until it is whole. A bucket's quota is what it
 * holds, its window the time in which it fills: together they are the tenant's rate.
 */
export function rateLimitPolicy({ limit }: RateLimitDecision): string {
  return `"tenant";q=${limit};w=${BURST_SECONDS}`;
}

/** The field `RateLimit`; see {@link rateLimitPolicy}. */
export function rateLimit({ remaining, resetSeconds }: RateLimitDecision): string {
  return `"tenant";r=${remaining};t=${resetSeconds}`;
}
