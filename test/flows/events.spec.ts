import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { draftCourse } from '../factories/courses.js';
import { sendSignal } from '../factories/signals.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { EventStream } from '../harness/event-stream.js';
import { eventually } from '../harness/eventually.js';
import { httpCall } from '../harness/http-call.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-worker.js';

describe('the stream of changes', () => {
  let engine: TestEngine;
  let tenant: TestTenant;
  let clients: EventStream[];

  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.close());
  beforeEach(async () => {
    tenant = await engine.createTenant();
    clients = [];
  });
  afterEach(() => clients.forEach((client) => client.close()));

  const listen = async (lastEventId?: string, on = engine, token = tenant.adminToken): Promise<EventStream> => {
    const client = await EventStream.open(on.url, token, lastEventId);
    clients.push(client);
    return client;
  };
  const needIds = (client: EventStream): Set<string> =>
    new Set(client.ofKind('need').flatMap(({ data }) => data.ids ?? []));
  const createCourse = async (): Promise<string> => (await draftCourse(tenant, { title: 'A course' })).id;

  it('is sent as server-sent events that no proxy caches or buffers', async () => {
    const { status, headers } = await listen();
    expect([
      status,
      headers.get('content-type'),
      headers.get('cache-control'),
      headers.get('x-accel-buffering'),
    ]).toEqual([200, 'text/event-stream', 'no-store', 'no']);
  });

  it('contains a need once it has its recommendation', async () => {
    const client = await listen();
    await sendSignal(tenant, { site: 'Site A', topic: 'Ladders' });
    const [need] = await tenant.resolvedNeeds();
    await eventually(async () => expect(needIds(client)).toContain(need?.id));
  });

  it('contains a need that its source resolves', async () => {
    await sendSignal(tenant, { site: 'Site A', dedupe_key: 'k' });
    await tenant.resolvedNeeds();
    const client = await listen();
    await sendSignal(tenant, { site: 'Site A', dedupe_key: 'k', action: 'resolve' });
    await eventually(async () => expect(client.ofKind('need').length).toBeGreaterThan(0));
  });

  it('contains a snoozed need that returns to the inbox', async () => {
    await sendSignal(tenant, { site: 'Site A', topic: 'Ladders' });
    const [need] = await tenant.resolvedNeeds();
    const client = await listen();
    const until = new Date(Date.now() + 1_000).toISOString();
    await tenant.admin('POST', `/needs/${need?.id}/snooze`, { until });
    const timesTold = (): number =>
      client.ofKind('need').filter(({ data }) => data.ids?.includes(need?.id ?? '')).length;
    await sleep(Date.parse(until) - Date.now());
    // Once when it is put off, and again when it is back.
    await withWorker(engine, () => eventually(async () => expect(timesTold()).toBeGreaterThan(1)));
  });

  it('continues when others log in, or try to', async () => {
    const client = await listen();
    const wrong = { tenant: tenant.slug, email: 'nobody@acme.example', password: 'wrong' };
    const headers = { 'content-type': 'application/json' };
    expect(
      (await httpCall('POST', `${engine.url}/engine/v1/auth/login`, { headers, body: JSON.stringify(wrong) })).status,
    ).toBe(401);
    const course = await createCourse();
    await eventually(async () => expect(client.ofKind('course')).toMatchObject([{ data: { ids: [course] } }]));
    expect(client.ended).toBe(false);
  });

  it('contains changes by people, with the ids of the rest of the API', async () => {
    const client = await listen();
    const course = await createCourse();
    await eventually(async () => expect(client.ofKind('course')).toMatchObject([{ data: { ids: [course] } }]));
  });

  it('sends many changes together, without the ids if there are very many', async () => {
    const client = await listen();
    const events = Array.from({ length: 400 }, (_value, n) => ({
      event: 'signal.incident',
      data: { site: `Site ${n}` },
    }));
    expect((await tenant.send(events)).status).toBe(200);
    await eventually(async () => {
      const { items } = (await tenant.admin<{ items: Schemas['NeedView'][] }>('GET', '/needs?recommendation=pending'))
        .body;
      expect(items).toEqual([]);
      expect(client.ofKind('need').length).toBeGreaterThan(0);
    });
    expect(client.ofKind('need').length).toBeLessThan(20);
  });

  it('reaches the clients of every process', async () => {
    const other = await startEngine({ worker: false, on: engine });
    try {
      const [here, there] = [await listen(), await listen(undefined, other)];
      const course = await createCourse();
      for (const client of [here, there])
        await eventually(async () => expect(client.ofKind('course')).toMatchObject([{ data: { ids: [course] } }]));
    } finally {
      clients.splice(0).forEach((client) => client.close());
      await other.close();
    }
  });

  it('contains nothing of another tenant', async () => {
    const other = await engine.createTenant();
    const client = await listen(undefined, engine, other.adminToken);
    await createCourse();
    await draftCourse(other, { title: 'Theirs' });
    await eventually(async () => expect(client.events).toHaveLength(1));
  });

  it('continues after a lost connection', async () => {
    const first = await listen();
    const one = await createCourse();
    await eventually(async () => expect(first.ofKind('course')).toHaveLength(1));
    first.close();
    const missed = await createCourse();
    await new Promise((resolve) => setTimeout(resolve, 400));
    const again = await listen(first.lastId);
    await eventually(async () => expect(again.events).toMatchObject([{ event: 'course', data: { ids: [missed] } }]));
    expect(one).not.toBe(missed);
  });

  it('asks the client to read everything again if missed changes are unknown', async () => {
    const client = await listen('another-process-7');
    await eventually(async () => expect(client.events).toMatchObject([{ event: 'resync', data: { ids: null } }]));
  });

  it('ends when the tenant is suspended, and cannot be opened again', async () => {
    const client = await listen();
    await engine.operator('PATCH', `/tenants/${tenant.slug}`, { status: 'suspended' });
    await eventually(async () => expect(client.ended).toBe(true));
    expect((await listen()).status).toBe(401);
  });

  it('is limited in number per tenant', async () => {
    const open = await Promise.all(Array.from({ length: 50 }, () => listen()));
    expect(open.map(({ status }) => status)).toEqual(Array(50).fill(200));
    expect((await listen()).status).toBe(429);
    open[0]?.close();
    await eventually(async () => expect((await listen()).status).toBe(200));
  });

  it('requires a member of the tenant', async () => {
    expect((await listen(undefined, engine, 'edt_wrong')).status).toBe(401);
    const { token } = (await (
      await engine.operator('POST', `/tenants/${tenant.slug}/tokens`, { role: 'viewer', name: 'viewer' })
    ).json()) as { token: string };
    expect((await listen(undefined, engine, token)).status).toBe(200);
  });
});
