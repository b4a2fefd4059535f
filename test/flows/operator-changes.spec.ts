import { beforeAll, describe, expect, it } from '@jest/globals';
import { signal } from '../factories/signals.js';
import { behindLock } from '../harness/behind-lock.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { refusedFields } from '../harness/expect-refused.js';
import { NEW_TENANT, operatorOf } from '../harness/operator-answers.js';
import type { TestTenant } from '../harness/tenant.js';
import { shortestTime } from '../harness/timing.js';
import { withProcess } from '../harness/with-process.js';

const EVENT = signal({ site: 'Site A', topic: 'Manual Handling' });

let engine: SharedEngine;

beforeAll(async () => {
  engine = await sharedEngine();
});

const operator = operatorOf(() => engine);
/** Reads who a token belongs to. */
const me = (tenant: TestTenant, token = tenant.adminToken) => tenant.as(token).admin('GET', '/me');

describe('changing a tenant', () => {
  it('changes the given fields only', async () => {
    const { slug } = await engine.createTenant();
    const { status, body } = await operator('PATCH', `/tenants/${slug}`, { plan: 'team', rateLimit: 50 });
    expect(status).toBe(200);
    expect(body).toEqual({ ...NEW_TENANT, slug, name: `Tenant ${slug}`, plan: 'team', rateLimit: 50 });
    expect((await operator('PATCH', `/tenants/${slug}`, { name: 'Renamed', rateLimit: null })).body).toMatchObject({
      name: 'Renamed',
      plan: 'team',
      rateLimit: null,
    });
  });

  it.each([
    { status: 'gone' },
    { rateLimit: 0 },
    { rateLimit: 1.5 },
    { name: '' },
    { name: null },
    { plan: null },
    { status: null },
    { slug: 'other' },
    { createdAt: null },
  ])('refuses %j by name', async (change) => {
    const { slug } = await engine.createTenant();
    expect(refusedFields(await operator('PATCH', `/tenants/${slug}`, change))).toEqual(Object.keys(change));
  });

  it('suspends at once: webhook and tokens get a 401 until it is activated again', async () => {
    const tenant = await engine.createTenant();
    expect((await operator('PATCH', `/tenants/${tenant.slug}`, { status: 'suspended' })).body).toMatchObject({
      status: 'suspended',
    });
    const answer = await tenant.send(EVENT);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({ error: 'bad_signature' });
    expect((await me(tenant)).status).toBe(401);
    expect((await operator('PATCH', `/tenants/${tenant.slug}`, { status: 'active' })).status).toBe(200);
    expect((await tenant.send(EVENT)).status).toBe(200);
    expect((await me(tenant)).status).toBe(200);
  });

  it('refuses to activate a tenant whose deletion is requested at the same moment', async () => {
    const { id, slug } = await engine.createTenant();
    await operator('PATCH', `/tenants/${slug}`, { status: 'suspended' });
    const deletion = [`update tenant set deletion_at = now() + interval '1 day' where id = $1`, id] as const;
    const activate = () => operator('PATCH', `/tenants/${slug}`, { status: 'active' });
    const [activated] = await behindLock(engine, deletion, activate);
    expect(activated).toMatchObject({ status: 409, body: { code: 'deletion_pending' } });
  });

  it('keeps the time of its deletion once that has begun', async () => {
    const api = await sharedEngine({ worker: false });
    const { slug } = await api.createTenant();
    const call = operatorOf(() => api);
    const requestDeletion = (graceDays: number) => call('POST', `/tenants/${slug}/deletion`, { slug, graceDays });
    expect([(await requestDeletion(2)).status, (await requestDeletion(0)).status]).toEqual([200, 200]);
    expect(await requestDeletion(2)).toMatchObject({ status: 409, body: { code: 'deletion_begun' } });
  });

  it('suspends in every process within a second, and activates so', async () => {
    const tenant = await engine.createTenant();
    await withProcess(engine, { worker: false }, async (other) => {
      const there = tenant.at(other.url);
      expect((await there.send(EVENT)).status).toBe(200);
      let answered = 200;
      const change = async (): Promise<void> => {
        answered = answered === 200 ? 401 : 200;
        await operator('PATCH', `/tenants/${tenant.slug}`, { status: answered === 200 ? 'active' : 'suspended' });
        await eventually(async () => expect((await there.send(EVENT)).status).toBe(answered));
        expect((await there.admin('GET', '/me')).status).toBe(answered);
      };
      expect(await shortestTime(change, 1_000)).toBeLessThan(1_000);
    });
  });
});
