import { expect, it } from '@jest/globals';
import { rateLimit, rateLimitPolicy } from './rate-limit-headers.js';
import { fullBucket, take } from './token-bucket.js';

it('the rate limit headers show the quota and window, the remaining quota and the seconds until it is full', () => {
  const decision = take(fullBucket(100, 0), 100, 50, 0);
  expect(rateLimitPolicy(decision)).toBe('"tenant";q=100;w=1');
  expect(rateLimit(decision)).toBe('"tenant";r=50;t=1');
});

it('the rate limit headers show no negative quota if a batch left a debt', () => {
  const decision = take(fullBucket(100, 0), 100, 5_000, 0);
  expect(rateLimit(decision)).toBe('"tenant";r=0;t=50');
});
