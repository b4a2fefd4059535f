import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Bucket, capacityOf, decide, fullBucket, take, tokensAt } from './token-bucket.js';

const anyRate = fc.integer({ min: 1, max: 1_000_000 });
const anyPause = fc.double({ min: 0, max: 5_000, noNaN: true });
const anyRequest = fc.record({ pause: anyPause, events: fc.integer({ min: 1, max: 5_000 }) });

/**
 * Sends the requests one after the other from a full bucket.
 * @returns the bucket, the time since the first request, and the allowed ones
 */
function sendAll(
  rate: number,
  requests: readonly { pause: number; events: number }[],
): { bucket: Bucket; now: number; admitted: number[] } {
  const bucket = fullBucket(rate, 0);
  const admitted: number[] = [];
  let now = 0;
  for (const { pause, events } of requests) {
    now += pause;
    if (take(bucket, rate, events, now).allowed) admitted.push(events);
  }
  return { bucket, now, admitted };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

describe('the token bucket', () => {
  it('never allows more single events than its capacity and the tokens added since', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.array(anyPause, { maxLength: 200 }), (rate, pauses) => {
        const { now, admitted } = sendAll(
          rate,
          pauses.map((pause) => ({ pause, events: 1 })),
        );
        expect(admitted.length).toBeLessThanOrEqual(capacityOf(rate) + (now / 1_000) * rate + 0.001);
      }),
    );
  });

  it('allows a batch to leave a debt, and refuses until it is paid', () => {
    fc.assert(
      fc.property(anyRate, fc.array(anyRequest, { maxLength: 50 }), (rate, requests) => {
        const { bucket, now, admitted } = sendAll(rate, requests);
        expect(sum(admitted.slice(0, -1))).toBeLessThanOrEqual(capacityOf(rate) + (now / 1_000) * rate);
        expect(take({ ...bucket }, rate, 1, now).allowed).toBe(tokensAt(bucket, rate, now) >= 1 - 1e-6);
      }),
    );
  });

  it('allows a sender that waited for Retry-After, at any rate and debt', () => {
    fc.assert(
      fc.property(anyRate, fc.array(anyRequest, { maxLength: 50 }), (rate, requests) => {
        const { bucket, now } = sendAll(rate, requests);
        const refused = decide(false, tokensAt(bucket, rate, now), rate);
        expect(take(bucket, rate, 1, now + refused.retryAfterSeconds * 1_000).allowed).toBe(true);
      }),
    );
  });

  it('is full after resetSeconds, and never exceeds its capacity', () => {
    fc.assert(
      fc.property(anyRate, fc.array(anyRequest, { maxLength: 50 }), (rate, requests) => {
        const { bucket, now } = sendAll(rate, requests);
        const { limit, resetSeconds } = decide(true, tokensAt(bucket, rate, now), rate);
        expect(tokensAt(bucket, rate, now + resetSeconds * 1_000)).toBeCloseTo(limit, 3);
        expect(tokensAt(bucket, rate, now + resetSeconds * 1_000 + 60_000)).toBe(limit);
      }),
    );
  });

  it('has more tokens the longer it is unused', () => {
    fc.assert(
      fc.property(
        anyRate,
        fc.array(anyRequest, { maxLength: 50 }),
        anyPause,
        anyPause,
        (rate, requests, first, second) => {
          const { bucket, now } = sendAll(rate, requests);
          expect(tokensAt(bucket, rate, now + first + second)).toBeGreaterThanOrEqual(
            tokensAt(bucket, rate, now + first),
          );
        },
      ),
    );
  });

  it('does not change on a refusal', () => {
    const bucket = { tokens: 0, at: 0 };
    expect(take(bucket, 1, 5_000, 500).allowed).toBe(false);
    expect(bucket).toEqual({ tokens: 0, at: 0 });
  });

  it('allows a full synchronization of 5,000 at 100 per second, then refuses until it is paid', () => {
    const bucket = fullBucket(100, 0);
    expect(take(bucket, 100, 5_000, 0)).toEqual({
      allowed: true,
      limit: 100,
      remaining: 0,
      resetSeconds: 50,
      retryAfterSeconds: 0,
    });
    expect(take(bucket, 100, 1, 0)).toMatchObject({ allowed: false, retryAfterSeconds: 50 });
    expect(take(bucket, 100, 1, 49_000)).toMatchObject({ allowed: false, retryAfterSeconds: 1 });
    expect(take(bucket, 100, 1, 49_010)).toMatchObject({ allowed: true });
  });

  it('applies a changed rate at once', () => {
    const bucket = fullBucket(1_000, 0);
    expect(take(bucket, 2, 1, 0)).toMatchObject({ allowed: true, limit: 2, remaining: 1 });
    expect(take(bucket, 1_000, 1, 1_000)).toMatchObject({ allowed: true, limit: 1_000, remaining: 999 });
  });

  it('has a Retry-After of at least one second, even if a token is available sooner', () => {
    const bucket = { tokens: 0, at: 0 };
    expect(take(bucket, 25_000, 1, 0)).toMatchObject({ allowed: false, retryAfterSeconds: 1 });
  });
});
