import { beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventFor, expectOneBucket, sendAtOnce, tenantWithRate } from '../factories/rates.js';
import { changeTenant } from '../factories/tenants.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';

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
