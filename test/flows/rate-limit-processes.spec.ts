import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventFor, expectOneBucket, sendAtOnce, tenantWithRate } from '../factories/rates.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { redisProgram, startRedis } from '../harness/redis.js';
import type { TestTenant } from '../harness/tenant.js';

(redisProgram === null ? describe.skip : describe)('the rate of a tenant of two processes', () => {
  let first: TestEngine;
  let second: TestEngine;
  let redis: Awaited<ReturnType<typeof startRedis>>;
  beforeAll(async () => {
    redis = await startRedis();
    first = await startEngine({ worker: false, redisUrl: redis.url });
    second = await startEngine({ worker: false, redisUrl: redis.url, on: first });
  });
  afterAll(async () => {
    await second.close();
    await first.close();
    await redis.stop();
  });

  const throughBoth = async (rateLimit: number): Promise<TestTenant[]> => {
    const tenant = await tenantWithRate(first, rateLimit);
    const there = tenant.at(second.url);
    // The other process is notified of the tenant and of its rate.
    const policy = `"tenant";q=${rateLimit};w=1`;
    await eventually(async () => expect((await there.send(eventFor(0))).headers.get('ratelimit-policy')).toBe(policy));
    // The bucket is full again.
    await sleep(1_000);
    return [tenant, there];
  };

  it.each([
    [5, 60, 0],
    // Each process may have one lease, 50 ms' worth, in hand at the end.
    [100, 600, 2 * 5],
  ])('of %i events a second is one bucket', async (rate, events, leased) => {
    await expectOneBucket(await throughBoth(rate), events, rate, leased);
  });

  it('is limited per process while Redis is unavailable, without refusals, and together again when it is back', async () => {
    const senders = await throughBoth(5);
    await redis.stop();
    const alone = await sendAtOnce(senders, 60);
    expect(alone.accepted).toBeGreaterThanOrEqual(10);
    expect(alone.accepted + alone.refused).toBe(60);
    await redis.start();
    // The clients try to reach Redis again every two seconds at the latest.
    await eventually(async () => expectOneBucket(await throughBoth(5), 60, 5));
  });
});
