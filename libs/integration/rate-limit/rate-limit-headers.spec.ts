import { expect, it } from '@jest/globals';
import { rateLimit, rateLimitPolicy } from './rate-limit-headers.js';
import { fullBucket, take } from './token-bucket.js';

it('names the same policy in both fields: its quota and window, what is left and when it is whole again', () => {
  const decision = take(fullBucket(100, 0), 100, 50, 0);
  expect(rateLimitPolicy(decision)).toBe('"tenant";q=100;w=1');
  expect(rateLimit(decision)).toBe('"tenant";r=50;t=1');
});

it('leaves no less than nothing, whatever a batch owes', () => {
  const decision = take(fullBucket(100, 0), 100, 5_000, 0);
  expect(rateLimit(decision)).toBe('"tenant";r=0;t=50');
});
