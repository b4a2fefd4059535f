import { describe, expect, it } from '@jest/globals';
import { type RequestGrant, type GrantRequest, Lease } from './lease.js';
import { type Bucket, type RateLimitDecision, fullBucket, take, tokensAt } from './token-bucket.js';

/**
 * A bucket that several processes share, and their requests. Each reply arrives a turn of the event loop later.
 * @param clock of the bucket, which gains tokens with time
 */
function sharedBucket(bucket: Bucket, clock = () => performance.now()): { ask: RequestGrant; asked: GrantRequest[] } {
  const asked: GrantRequest[] = [];
  const ask: RequestGrant = async (request) => {
    asked.push(request);
    const now = clock();
    bucket.tokens += request.returned;
    const { allowed } = take(bucket, request.rate, request.events, now);
    const left = tokensAt(bucket, request.rate, now);
    const leased = allowed ? Math.max(0, Math.min(request.lease, Math.floor(left))) : 0;
    bucket.tokens -= leased;
    await new Promise((resolve) => setImmediate(resolve));
    return { allowed, leased, left: left - leased };
  };
  return { ask, asked };
}

const full = (rate: number): Bucket => fullBucket(rate, performance.now());
const empty = (): Bucket => ({ tokens: 0, at: performance.now() });

/** Sends all requests before any is decided. */
function atOnce(lease: Lease, rate: number, costs: readonly number[]): Promise<(RateLimitDecision | null)[]> {
  return Promise.all(costs.map(async (events) => lease.take(rate, events, performance.now())));
}

const admitted = (decisions: readonly (RateLimitDecision | null)[]): number =>
  decisions.filter((decision) => decision?.allowed).length;

describe('a lease of the shared bucket', () => {
  it('decides without a request while it has tokens', async () => {
    const { ask, asked } = sharedBucket(full(1_000));
    const lease = new Lease(ask);
    await lease.take(1_000, 1, performance.now());
    const second = lease.take(1_000, 1, performance.now());
    expect(second).toMatchObject({ allowed: true, limit: 1_000 });
    expect(asked).toEqual([{ rate: 1_000, returned: 0, events: 1, lease: 50 }]);
  });

  it('requests a grant for each event if the rate is too low to lease tokens', async () => {
    const { ask, asked } = sharedBucket(full(10));
    const lease = new Lease(ask);
    for (let request = 0; request < 3; request++) await lease.take(10, 1, performance.now());
    expect(asked).toHaveLength(3);
  });

  it('serves the requests that arrived during one grant request together, as far as tokens are granted', async () => {
    const bucket = full(10);
    const { at } = bucket;
    const { ask, asked } = sharedBucket(bucket, () => at);
    const decisions = await atOnce(
      new Lease(ask),
      10,
      Array.from({ length: 64 }, () => 1),
    );
    expect(admitted(decisions)).toBe(10);
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  it('gives two processes together no more than the capacity of the bucket', async () => {
    const { ask } = sharedBucket(full(1_000));
    const costs = Array.from({ length: 2_000 }, () => 1);
    const began = performance.now();
    const decisions = await Promise.all([atOnce(new Lease(ask), 1_000, costs), atOnce(new Lease(ask), 1_000, costs)]);
    expect(admitted(decisions.flat())).toBeGreaterThanOrEqual(1_000);
    // The bucket gains one token per millisecond meanwhile.
    expect(admitted(decisions.flat())).toBeLessThan(1_050 + performance.now() - began);
  });

  it('allows a batch larger than the bucket, then refuses until the debt is paid', async () => {
    const { ask } = sharedBucket(full(100));
    // The debt is half a second of the rate below 50 s, so that a pause of the machine does not round it to 49 s.
    const decisions = await atOnce(new Lease(ask), 100, [5_050, 1]);
    expect(decisions).toMatchObject([
      { allowed: true, remaining: 0 },
      { allowed: false, retryAfterSeconds: 50 },
    ]);
  });

  it('returns its tokens before it requests a grant for a batch', async () => {
    const { ask, asked } = sharedBucket(full(1_000));
    const lease = new Lease(ask);
    await lease.take(1_000, 1, performance.now());
    await lease.take(1_000, 500, performance.now());
    expect(asked[1]).toEqual({ rate: 1_000, returned: 50, events: 500, lease: 50 });
  });

  it('returns unused tokens after a second', async () => {
    const { ask, asked } = sharedBucket(full(1_000));
    const lease = new Lease(ask);
    await lease.take(1_000, 1, performance.now());
    await lease.take(1_000, 1, performance.now() + 1_001);
    expect(asked[1]?.returned).toBe(50);
  });

  it('returns tokens only once, even if the request got no reply', async () => {
    const { ask, asked } = sharedBucket(full(1_000));
    const lease = new Lease(async (request) => {
      const grant = await ask(request);
      return asked.length === 2 ? null : grant;
    });
    await lease.take(1_000, 1, performance.now());
    expect(await lease.take(1_000, 500, performance.now())).toBeNull();
    await lease.take(1_000, 1, performance.now());
    expect(asked.map(({ returned }) => returned)).toEqual([0, 50, 0]);
  });

  it('requests a new grant at once when the rate changes', async () => {
    const { ask, asked } = sharedBucket(full(1_000));
    const lease = new Lease(ask);
    await lease.take(1_000, 1, performance.now());
    expect(await lease.take(2, 1, performance.now())).toMatchObject({ allowed: true, limit: 2, remaining: 1 });
    expect(asked[1]?.rate).toBe(2);
  });

  it('refuses without a request while it knows that the bucket is empty', async () => {
    const { ask, asked } = sharedBucket(empty());
    const lease = new Lease(ask);
    expect(await lease.take(1, 1, performance.now())).toMatchObject({ allowed: false, retryAfterSeconds: 1 });
    expect(lease.take(1, 1, performance.now())).toMatchObject({ allowed: false, retryAfterSeconds: 1 });
    expect(asked).toHaveLength(1);
  });

  it('returns null to all waiting requests if the shared bucket does not answer, and calls it again for the next one', async () => {
    const lease = new Lease(async () => null);
    expect(await atOnce(lease, 10, [1, 1])).toEqual([null, null]);
    expect(await lease.take(10, 1, performance.now())).toBeNull();
  });
});
