import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { dismiss, raisedNeed } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { Receiver, signaturesBy } from '../harness/receiver.js';
import type { TestTenant } from '../harness/tenant.js';

describe('webhooks of a tenant', () => {
  let engine: TestEngine;
  let tenant: TestTenant;
  let receiver: Receiver;

  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.close());
  beforeEach(async () => {
    tenant = await engine.createTenant();
    receiver = await Receiver.open();
  });
  afterEach(() => receiver.close());

  const create = (body: Partial<Schemas['CreateWebhookBody']> = {}) =>
    tenant.api.createWebhook({ body: { url: receiver.url, ...body } });
  const raise = async (topic = 'Manual Handling') =>
    (await raisedNeed(tenant, { external_worker_id: 'E-1', topic })).id;

  it('receive signed events about needs and assignments, with the resource as the API shows it', async () => {
    await addWorker(tenant, { name: 'Ada', externalWorkerId: 'E-1' });
    const course = await publishedCourse(tenant, { title: 'Manual Handling' });
    const { secret } = await create();
    const needId = await raise();
    await eventually(async () => expect(receiver.ofType('need.created')).toHaveLength(1));
    const [first] = receiver.received;
    expect(first?.event).toMatchObject({
      data: {
        id: needId,
        status: 'open',
        topic: 'Manual Handling',
        recommendation: { kind: 'course', courseId: course.id },
        audience: { worker: { externalWorkerId: 'E-1' } },
      },
    });
    expect(first?.id).toMatch(/^msg_[0-9a-z]{26}$/);
    expect(first?.headers['content-type']).toBe('application/json');
    expect(Math.abs(Date.now() / 1_000 - Number(first?.headers['webhook-timestamp']))).toBeLessThan(60);

    await offer(tenant, needId);
    await eventually(async () => expect(receiver.ofType('assignment.created')).toHaveLength(1));
    const [assigned] = receiver.ofType('assignment.created');
    expect(assigned?.event.data).toMatchObject({
      status: 'assigned',
      needId,
      course: { id: course.id },
      worker: { externalWorkerId: 'E-1' },
    });
    await tenant.admin('POST', `/assignments/${assigned?.event.data.id}/complete`, {});
    await eventually(async () => expect(receiver.ofType('need.completed')).toHaveLength(1));
    await eventually(async () => expect(receiver.ofType('assignment.completed')).toHaveLength(1));
    expect(receiver.ofType('need.offered')).toHaveLength(1);
    expect(receiver.ofType('assignment.completed')[0]?.event.data).toMatchObject({
      id: assigned?.event.data.id,
      status: 'completed',
    });
    expect(receiver.received.map((message) => signaturesBy(secret, message))).toEqual(receiver.received.map(() => 1));
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(receiver.received.length);
  });

  it('receive deleted assignments in their last state', async () => {
    await addWorker(tenant, { name: 'Ada', externalWorkerId: 'E-1' });
    const course = await publishedCourse(tenant, { title: 'Manual Handling' });
    const needId = await raise();
    const { operationId } = await offer(tenant, needId);
    await create({ eventTypes: ['need.withdrawn', 'assignment.withdrawn'] });
    await tenant.admin('POST', `/operations/${operationId}/undo`);
    await eventually(async () =>
      expect(receiver.received.map(({ event }) => event.type).toSorted()).toEqual([
        'assignment.withdrawn',
        'need.withdrawn',
      ]),
    );
    expect(receiver.ofType('assignment.withdrawn')[0]?.event.data).toMatchObject({
      status: 'assigned',
      needId,
      course: { id: course.id, title: 'Manual Handling' },
      worker: { externalWorkerId: 'E-1' },
    });
  });

  it('receive assignments of people who have left', async () => {
    const ada = await addWorker(tenant, {
      name: 'Ada',
      externalWorkerId: 'E-1',
    });
    await publishedCourse(tenant, { title: 'Manual Handling' });
    await offer(tenant, await raise());
    await create({ eventTypes: ['assignment.cancelled'] });
    await tenant.admin('PATCH', `/workers/${ada.id}`, { active: false });
    await eventually(async () => expect(receiver.received).toHaveLength(1));
    expect(receiver.received[0]?.event).toMatchObject({
      type: 'assignment.cancelled',
      data: { status: 'cancelled', worker: { externalWorkerId: 'E-1' } },
    });
  });

  it('receive needs that a source closes, reopens and makes more severe', async () => {
    await create();
    const point = { external_worker_id: 'E-1', topic: 'Manual Handling', dedupe_key: 'k' };
    await sendSignal(tenant, { ...point, severity: 2 });
    const [need] = await tenant.resolvedNeeds();
    await sendSignal(tenant, { ...point, severity: 4 });
    await eventually(async () =>
      expect(receiver.ofType('need.updated')[0]?.event.data).toMatchObject({ id: need?.id, severity: 4 }),
    );
    await sendSignal(tenant, { ...point, action: 'resolve' });
    await eventually(async () =>
      expect(receiver.ofType('need.resolved')[0]?.event.data).toMatchObject({ id: need?.id, status: 'resolved' }),
    );
  });

  it('receive only the events to which they subscribe, and no event without a subscriber is stored', async () => {
    const needId = await raise();
    expect(await engine.database.query('select from webhook_message where tenant_id = $1', [tenant.id])).toEqual([]);
    await create({ eventTypes: ['need.dismissed'] });
    await raise('Working at Heights');
    await dismiss(tenant, needId, { reason: 'not_training' });
    await eventually(async () => expect(receiver.received.map(({ event }) => event.type)).toEqual(['need.dismissed']));
  });

  it('change their secret without a message that cannot be verified', async () => {
    const webhook = await create();
    const rotated = await tenant.api.rotateWebhook({ path: { id: webhook.id }, body: { graceSeconds: 60 } });
    expect(rotated.secret.slice(0, 6)).toBe('whsec_');
    await tenant.admin('POST', `/webhooks/${webhook.id}/test`);
    await eventually(async () => expect(receiver.received).toHaveLength(1));
    await engine.database.query('update webhook_endpoint set before_ends_at = now() where before_ends_at is not null');
    await tenant.admin('POST', `/webhooks/${webhook.id}/test`);
    await eventually(async () => expect(receiver.received).toHaveLength(2));
    expect(
      receiver.received.map((message) => [
        signaturesBy(webhook.secret, message),
        signaturesBy(rotated.secret, message),
      ]),
    ).toEqual([
      [1, 1],
      [0, 1],
    ]);
    expect(receiver.received.map(({ event }) => event.type)).toEqual(['webhook.test', 'webhook.test']);
    expect(
      JSON.stringify(
        await engine.database.query(`select before, after from audit_entry where subject_kind = 'webhook'`),
      ),
    ).not.toMatch(/whsec|key=k/);
  });

  it.each([
    [{ url: 'http://8.8.8.8/hook' }, 'url'],
    [{ url: 'https://10.0.0.1/hook' }, 'url'],
    [{ url: 'https://169.254.169.254/latest' }, 'url'],
    [{ url: 'http://[::1]/' }, 'url'],
    [{ url: 'ftp://127.0.0.1/' }, 'url'],
    [{ url: 'https://user:pw@127.0.0.1/' }, 'url'],
    [{ url: '' }, 'url'],
    [{}, 'url'],
    [{ url: 'http://127.0.0.1/', eventTypes: [] }, 'eventTypes'],
    [{ url: 'http://127.0.0.1/', eventTypes: ['need.lost'] }, 'eventTypes'],
    [{ url: 'http://127.0.0.1/', secret: 'x' }, 'secret'],
  ])('are refused with %j', async (body, field) => {
    const { status, body: problem } = await tenant.admin<Schemas['Problem']>('POST', '/webhooks', body);
    expect([status, problem.code, problem.errors?.[0]?.field]).toEqual([422, 'invalid', field]);
  });

  it('are limited to ten, and refuse a stale version', async () => {
    const [first] = await Promise.all(Array.from({ length: 10 }, () => create()));
    expect(await tenant.admin('POST', '/webhooks', { url: receiver.url })).toMatchObject({
      status: 409,
      body: { code: 'too_many_webhooks' },
    });
    const changed = await tenant.admin(
      'PATCH',
      `/webhooks/${first?.id}`,
      { description: 'Ours', eventTypes: ['need.created'] },
      { 'if-match': '"1"' },
    );
    expect(changed).toMatchObject({
      status: 200,
      body: { description: 'Ours', eventTypes: ['need.created'], version: 2 },
    });
    expect(
      (await tenant.admin('PATCH', `/webhooks/${first?.id}`, { description: null }, { 'if-match': '"1"' })).status,
    ).toBe(412);
    expect(JSON.stringify((await tenant.admin('GET', '/webhooks')).body)).not.toContain('whsec');
  });
});
