import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { signal } from '../factories/signals.js';
import { changeTenant } from '../factories/tenants.js';
import { type SharedEngine, type TestEngine, sharedEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { redisProgram, startRedis } from '../harness/redis.js';
import type { TestTenant } from '../harness/tenant.js';

const eventFor = (worker: number): object => signal({ external_worker_id: `W-${worker}`, topic: 'Forklift' });

/** A tenant that may send so many events a second. */
async function tenantWithRate(engine: SharedEngine, rateLimit: number): Promise<TestTenant> {
  const tenant = await engine.createTenant();
  await changeTenant(engine, tenant, { rateLimit });
  return tenant;
}

/** Sends so many events at once. @returns how many were accepted and refused, and the seconds that it took */
async function sendAtOnce(senders: readonly TestTenant[], events: number) {
  const began = performance.now();
  const answers = await Promise.all(
    Array.from({ length: events }, async (_, event) => senders[event % senders.length]?.send(eventFor(event))),
  );
  const count = (status: number): number => answers.filter((answer) => answer?.status === status).length;
  return { accepted: count(200), refused: count(429), seconds: (performance.now() - began) / 1_000 };
}

/**
 * Sends so many events at once, and expects that at most what a full bucket holds, one second's worth, and what has
 * flowed in is accepted; and no less than it holds, without the tokens that the processes have leased.
 */
async function expectOneBucket(senders: readonly TestTenant[], events: number, rate: number, leased = 0) {
  const { accepted, refused, seconds } = await sendAtOnce(senders, events);
  expect(accepted + refused).toBe(events);
  expect(accepted).toBeGreaterThanOrEqual(rate - leased);
  expect(accepted).toBeLessThanOrEqual(rate + Math.ceil(seconds * rate));
}

describe('the rate of a tenant', () => {
  let engine: SharedEngine;
  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
  });

  it("allows a burst of one second's events, then refuses with 429 and Retry-After; a sender that waits is accepted", async () => {
    const tenant = await tenantWithRate(engine, 2);
    await expectOneBucket([tenant], 20, 2);
    const refused = await eventually(async () => {
      await sendAtOnce([tenant], 2);
      const answer = await tenant.send(eventFor(1));
      expect(answer.status).toBe(429);
      return answer;
    });
    expect(await refused.json()).toEqual({ error: 'rate_limited' });
    const limits = ['retry-after', 'ratelimit-policy', 'ratelimit'].map((name) => refused.headers.get(name));
    expect(limits).toEqual(['1', '"tenant";q=2;w=1', '"tenant";r=0;t=1']);
    await sleep(1_000);
    expect((await tenant.send(eventFor(1))).status).toBe(200);
  });

  it('counts no refused signals', async () => {
    const tenant = await tenantWithRate(engine, 2);
    const { accepted } = await sendAtOnce([tenant], 20);
    expect((await tenant.api.listSignals({ query: { limit: 200 } })).items).toHaveLength(accepted);
  });

  it('is shown in every response', async () => {
    const tenant = await tenantWithRate(engine, 100);
    const { headers } = await tenant.send(eventFor(1));
    expect(headers.get('ratelimit-policy')).toBe('"tenant";q=100;w=1');
    expect(headers.get('ratelimit')).toBe('"tenant";r=99;t=1');
  });

  it('is not used by requests without a valid signature', async () => {
    const tenant = await tenantWithRate(engine, 2);
    for (let sent = 0; sent < 20; sent++)
      expect((await tenant.sendRaw('{}', { 'x-edifyd-signature': '0'.repeat(64) })).status).toBe(401);
    await expectOneBucket([tenant], 20, 2);
  });

  it('does not affect other tenants', async () => {
    const [busy, other] = [await tenantWithRate(engine, 1), await tenantWithRate(engine, 1)];
    await sendAtOnce([busy], 20);
    expect((await other.send(eventFor(1))).status).toBe(200);
  });

  it('changes as soon as the operator changes it', async () => {
    const tenant = await tenantWithRate(engine, 1);
    await sendAtOnce([tenant], 10);
    await changeTenant(engine, tenant, { rateLimit: null });
    await eventually(async () => expect(await sendAtOnce([tenant], 100)).toMatchObject({ accepted: 100 }));
  });

  it('allows a batch larger than the bucket, and then refuses until its debt is paid', async () => {
    const tenant = await tenantWithRate(engine, 1);
    const batch = await tenant.send(Array.from({ length: 100 }, (_, worker) => eventFor(worker)));
    expect(batch.status).toBe(200);
    expect(batch.headers.get('ratelimit')).toBe('"tenant";r=0;t=100');
    const refused = await tenant.send(eventFor(1));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(70);
    // A batch is not even parsed.
    expect((await tenant.sendRaw('[}')).status).toBe(429);
  });

  it('counts a batch that cannot be parsed as one event', async () => {
    const tenant = await tenantWithRate(engine, 2);
    await eventually(async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => tenant.sendRaw('[}')));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400, 429]));
    });
  });
});

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
