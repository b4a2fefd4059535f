import { BURST_SECONDS, type RateLimitDecision } from './token-bucket.js';

/**
 * The header `RateLimit-Policy` of draft-ietf-httpapi-ratelimit-headers-11, a List of RFC 9651: quota (`q`) per window
 * of `w` seconds. The quota is the capacity of the bucket, and the window is the time in which it fills.
 */
export function rateLimitPolicy({ limit }: RateLimitDecision): string {
  return `"tenant";q=${limit};w=${BURST_SECONDS}`;
}

/** The header `RateLimit` of the same draft: the remaining quota (`r`), and the seconds (`t`) until it is full. */
export function rateLimit({ remaining, resetSeconds }: RateLimitDecision): string {
  return `"tenant";r=${remaining};t=${resetSeconds}`;
}
