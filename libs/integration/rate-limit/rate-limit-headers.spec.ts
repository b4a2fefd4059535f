import { expect, it } from '@jest/globals';
import { rateLimit, rateLimitPolicy } from './rate-limit-headers.js';
import { fullBucket, take } from './token-bucket.js';

it('names the same policy in both fields: its quota and window, what is left and when it is whole again', () => {
  const decision = take(fullBucket(100, 0), 100, 50, 0);
  expect(rateLimitPolicy(decision)).toBe('"tenant";q=200;w=2');
  expect(rateLimit(decision)).toBe('"tenant";r=150;t=1');
});

it('leaves no less than nothing, whatever a batch owes', () => {
  const decision = take(fullBucket(100, 0), 100, 5_000, 0);
  expect(rateLimit(decision)).toBe('"tenant";r=0;t=50');
});
