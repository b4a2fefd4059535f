import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { draftCourse } from '../factories/courses.js';
import { raisedNeed } from '../factories/needs.js';
import { sendSignal, signal } from '../factories/signals.js';
import { changeTenant } from '../factories/tenants.js';
import { roleToken } from '../factories/tokens.js';
import { logInStatus } from '../factories/users.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { EventStream } from '../harness/event-stream.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { withProcess, withWorker } from '../harness/with-process.js';

describe('the stream of changes', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  const clients: EventStream[] = [];

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });
  afterEach(() => clients.splice(0).forEach((client) => client.close()));

  const listen = async (lastEventId?: string, on = engine, token = tenant.adminToken): Promise<EventStream> => {
    const client = await EventStream.open(on.url, token, lastEventId);
    clients.push(client);
    return client;
  };
  /** Waits until the stream contains the one course. */
  const expectCourse = (client: EventStream, id: string): Promise<void> =>
    eventually(async () => expect(client.ofKind('course')).toMatchObject([{ data: { ids: [id] } }]));
  const createCourse = async (): Promise<string> => (await draftCourse(tenant, { title: 'A course' })).id;

  it('is sent as server-sent events that no proxy caches or buffers', async () => {
    const { status, headers } = await listen();
    const sent = ['content-type', 'cache-control', 'x-accel-buffering'].map((name) => headers.get(name));
    expect([status, ...sent]).toEqual([200, 'text/event-stream', 'no-store', 'no']);
  });

  it('contains a need once it has its recommendation', async () => {
    const client = await listen();
    const { id } = await raisedNeed(tenant, { site: 'Site A', topic: 'Ladders' });
    await eventually(async () => expect(client.timesSent('need', id)).toBeGreaterThan(0));
  });

  it('contains a need that its source resolves', async () => {
    await raisedNeed(tenant, { site: 'Site A', dedupe_key: 'k' });
    const client = await listen();
    await sendSignal(tenant, { site: 'Site A', dedupe_key: 'k', action: 'resolve' });
    await eventually(async () => expect(client.ofKind('need').length).toBeGreaterThan(0));
  });

  it('contains a snoozed need that returns to the inbox', async () => {
    const { id } = await raisedNeed(tenant, { site: 'Site A', topic: 'Ladders' });
    const client = await listen();
    const until = new Date(Date.now() + 1_000).toISOString();
    await tenant.api.snoozeNeed({ path: { id }, body: { until } });
    await sleep(Date.parse(until) - Date.now());
    // Once when it is put off, and again when it is back.
    const isBack = (): Promise<void> =>
      withWorker(engine, () => eventually(async () => expect(client.timesSent('need', id)).toBeGreaterThan(1), 5_000));
    // On a busy machine, the tasks of a starting worker may be late.
    await eventually(isBack);
  });

  it('continues when others log in, or try to', async () => {
    const client = await listen();
    expect(await logInStatus(tenant, 'nobody@acme.example', 'wrong')).toBe(401);
    await expectCourse(client, await createCourse());
    expect(client.ended).toBe(false);
  });

  it('contains changes by people, with the ids of the rest of the API', async () => {
    await expectCourse(await listen(), await createCourse());
  });

  it('sends many changes together, without the ids if there are very many', async () => {
    const client = await listen();
    const events = Array.from({ length: 400 }, (_value, n) => signal({ site: `Site ${n}` }));
    expect((await tenant.send(events)).status).toBe(200);
    await eventually(async () => {
      expect((await tenant.api.listNeeds({ query: { recommendation: ['pending'] } })).items).toEqual([]);
      expect(client.ofKind('need').length).toBeGreaterThan(0);
    });
    expect(client.ofKind('need').length).toBeLessThan(20);
  });

  it('reaches the clients of every process', async () => {
    await withProcess(engine, { worker: false }, async (other) => {
      const [here, there] = [await listen(), await listen(undefined, other)];
      const course = await createCourse();
      for (const client of [here, there]) await expectCourse(client, course);
      clients.splice(0).forEach((client) => client.close());
    });
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
    await sleep(400);
    const again = await listen(first.lastId);
    await eventually(async () => expect(again.events).toMatchObject([{ event: 'course', data: { ids: [missed] } }]));
    expect(one).not.toBe(missed);
    // If the connection breaks again before the missed event, it is not lost.
    expect(again.ids).toEqual([first.lastId, again.events[0]?.id]);
  });

  it('asks the client to read everything again if missed changes are unknown', async () => {
    const client = await listen('another-process-7');
    await eventually(async () => expect(client.events).toMatchObject([{ event: 'resync', data: { ids: null } }]));
    expect(client.ids).toEqual([client.events[0]?.id]);
  });

  it('ends when the tenant is suspended, and cannot be opened again', async () => {
    const client = await listen();
    await changeTenant(engine, tenant, { status: 'suspended' });
    await eventually(async () => expect(client.ended).toBe(true));
    expect((await listen()).status).toBe(401);
  });

  it('is limited in number per tenant', async () => {
    const open: EventStream[] = [];
    // In turns, as each of them waits for a connection to PostgreSQL.
    for (let turn = 0; turn < 10; turn++) open.push(...(await Promise.all(Array.from({ length: 5 }, () => listen()))));
    expect(open.map(({ status }) => status)).toEqual(Array(50).fill(200));
    expect((await listen()).status).toBe(429);
    open[0]?.close();
    await eventually(async () => expect((await listen()).status).toBe(200));
  });

  it('requires a member of the tenant', async () => {
    expect((await listen(undefined, engine, 'edt_wrong')).status).toBe(401);
    expect((await listen(undefined, engine, await roleToken(tenant, 'viewer'))).status).toBe(200);
  });
});
