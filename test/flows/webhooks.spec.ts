import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { Receiver, signaturesBy } from '../harness/receiver.js';
import type { TestTenant } from '../harness/tenant.js';

interface Webhook {
  readonly id: string;
  readonly status: string;
  readonly failingSince: string | null;
  readonly secret: string;
}

interface Delivery {
  readonly id: string;
  readonly messageId: string;
  readonly type: string;
  readonly status: string;
  readonly attempts: number;
  readonly dueAt: string | null;
  readonly answerStatus: number | null;
  readonly answer: string | null;
  readonly error: string | null;
  readonly durationMs: number | null;
  readonly body: string;
}

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

  const create = async (body: object = {}): Promise<Webhook> => {
    const answer = await tenant.admin<Webhook>('POST', '/webhooks', { url: receiver.url, ...body });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const deliveriesOf = async ({ id }: Webhook, query = ''): Promise<Delivery[]> =>
    (await tenant.admin<{ items: Delivery[] }>('GET', `/webhooks/${id}/deliveries${query}`)).body.items;
  const raise = async (topic = 'Manual Handling'): Promise<string> => {
    await tenant.send({ event: 'signal.incident', data: { external_worker_id: 'E-1', topic } });
    const needs = await tenant.resolvedNeeds();
    return needs.find((need) => need.topic === topic)?.id ?? '';
  };
  /** As if its time had come. */
  const isDue = async (): Promise<void> => {
    await engine.database.query(`update webhook_delivery set due_at = now() where status = 'pending'`);
    await engine.database.query('update webhook_endpoint set rests_until = null');
  };
  const statusOf = async ({ id }: Webhook): Promise<Webhook> =>
    (await tenant.admin<Webhook>('GET', `/webhooks/${id}`)).body;

  it('receive signed events about needs and assignments, with the resource as the API shows it', async () => {
    await tenant.admin('POST', '/workers', { name: 'Ada', externalWorkerId: 'E-1' });
    const { body: course } = await tenant.admin<{ id: string }>('POST', '/courses', { title: 'Manual Handling' });
    await tenant.admin('POST', `/courses/${course.id}/publish`);
    const { secret } = await create();
    const needId = await raise();
    await eventually(async () => expect(receiver.ofType('need.created')).toHaveLength(1));
    const [told] = receiver.received;
    expect(told?.event).toMatchObject({
      data: {
        id: needId,
        status: 'open',
        topic: 'Manual Handling',
        recommendation: { kind: 'course', courseId: course.id },
        audience: { worker: { externalWorkerId: 'E-1' } },
      },
    });
    expect(told?.id).toMatch(/^msg_[0-9a-z]{26}$/);
    expect(told?.headers['content-type']).toBe('application/json');
    expect(Math.abs(Date.now() / 1_000 - Number(told?.headers['webhook-timestamp']))).toBeLessThan(60);

    await tenant.admin('POST', `/needs/${needId}/offer`, {});
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
    await tenant.admin('POST', '/workers', { name: 'Ada', externalWorkerId: 'E-1' });
    const { body: course } = await tenant.admin<{ id: string }>('POST', '/courses', { title: 'Manual Handling' });
    await tenant.admin('POST', `/courses/${course.id}/publish`);
    const needId = await raise();
    const { body: offer } = await tenant.admin<{ operationId: string }>('POST', `/needs/${needId}/offer`, {});
    await create({ eventTypes: ['need.withdrawn', 'assignment.withdrawn'] });
    await tenant.admin('POST', `/operations/${offer.operationId}/undo`);
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
    const { body: ada } = await tenant.admin<{ id: string }>('POST', '/workers', {
      name: 'Ada',
      externalWorkerId: 'E-1',
    });
    const { body: course } = await tenant.admin<{ id: string }>('POST', '/courses', { title: 'Manual Handling' });
    await tenant.admin('POST', `/courses/${course.id}/publish`);
    await tenant.admin('POST', `/needs/${await raise()}/offer`, {});
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
    await tenant.send({ event: 'signal.incident', data: { ...point, severity: 2 } });
    const [need] = await tenant.resolvedNeeds();
    await tenant.send({ event: 'signal.incident', data: { ...point, severity: 4 } });
    await eventually(async () =>
      expect(receiver.ofType('need.updated')[0]?.event.data).toMatchObject({ id: need?.id, severity: 4 }),
    );
    await tenant.send({ event: 'signal.incident', data: { ...point, action: 'resolve' } });
    await eventually(async () =>
      expect(receiver.ofType('need.resolved')[0]?.event.data).toMatchObject({ id: need?.id, status: 'resolved' }),
    );
  });

  it('receive only the events to which they subscribe, and no event without a subscriber is stored', async () => {
    const needId = await raise();
    expect(
      await engine.database.query(
        'select from webhook_message where tenant_id = (select id from tenant where slug = $1)',
        [tenant.slug],
      ),
    ).toEqual([]);
    await create({ eventTypes: ['need.dismissed'] });
    await raise('Working at Heights');
    await tenant.admin('POST', `/needs/${needId}/dismiss`, { reason: 'not_training' });
    await eventually(async () => expect(receiver.received.map(({ event }) => event.type)).toEqual(['need.dismissed']));
  });

  it('receive failed messages again with the same id, and have a log of them', async () => {
    const webhook = await create();
    receiver.status = 503;
    await raise();
    await eventually(async () =>
      expect(await deliveriesOf(webhook)).toMatchObject([
        {
          type: 'need.created',
          status: 'pending',
          attempts: 1,
          answerStatus: 503,
          answer: 'answered 503',
          error: null,
        },
      ]),
    );
    const [failed] = await deliveriesOf(webhook, '?status=pending');
    expect(Date.parse(failed?.dueAt ?? '')).toBeGreaterThan(Date.now() + 2_000);
    expect((await statusOf(webhook)).failingSince).not.toBeNull();

    receiver.status = 204;
    await isDue();
    await eventually(async () =>
      expect(await deliveriesOf(webhook, '?status=delivered')).toMatchObject([
        { id: failed?.id, attempts: 2, dueAt: null, answerStatus: 204, answer: '' },
      ]),
    );
    expect(receiver.received.map(({ id }) => id)).toEqual([failed?.messageId, failed?.messageId]);
    expect(receiver.received[0]?.body).toBe(receiver.received[1]?.body);
    expect((await statusOf(webhook)).failingSince).toBeNull();
    expect((await tenant.admin<Delivery>('GET', `/webhooks/deliveries/${failed?.id}`)).body.body).toBe(
      receiver.received[0]?.body,
    );
  });

  it('get at most eight attempts', async () => {
    const webhook = await create();
    receiver.status = 302;
    await raise();
    await eventually(async () => expect(await deliveriesOf(webhook)).toMatchObject([{ answerStatus: 302 }]));
    await engine.database.query(`update webhook_delivery set attempts = 7 where status = 'pending'`);
    await isDue();
    await eventually(async () =>
      expect(await deliveriesOf(webhook)).toMatchObject([
        { status: 'failed', attempts: 8, dueAt: null, answerStatus: 302 },
      ]),
    );
  });

  it('are given up after days without a success, and get all missed events after they are enabled again', async () => {
    const webhook = await create();
    await receiver.close();
    await raise();
    await eventually(async () =>
      expect(await deliveriesOf(webhook)).toMatchObject([
        { status: 'pending', answerStatus: null, error: 'cannot be called: ECONNREFUSED' },
      ]),
    );
    await engine.database.query(
      `update webhook_endpoint set failing_since = now() - interval '73 hours' where failing_since is not null`,
    );
    await isDue();
    await eventually(async () => expect(await statusOf(webhook)).toMatchObject({ status: 'given_up' }));
    const { body: audit } = await tenant.admin<{ items: Array<{ action: string; actor: string }> }>(
      'GET',
      `/audit?subject=${webhook.id}`,
    );
    expect(audit.items[0]).toMatchObject({ action: 'webhook.given_up', actor: 'job:send-webhooks' });
    const [missed] = await deliveriesOf(webhook, '?status=failed');
    expect(await tenant.admin('POST', `/webhooks/deliveries/${missed?.id}/replay`)).toMatchObject({
      status: 409,
      body: { code: 'webhook_disabled' },
    });

    receiver = await Receiver.open();
    const well = await tenant.admin<Webhook>('PATCH', `/webhooks/${webhook.id}`, { enabled: true, url: receiver.url });
    expect(well.body).toMatchObject({ status: 'enabled', failingSince: null });
    expect((await tenant.admin('POST', `/webhooks/deliveries/${missed?.id}/replay`)).status).toBe(202);
    await eventually(async () =>
      expect(await deliveriesOf(webhook)).toMatchObject([{ id: missed?.id, status: 'delivered', attempts: 1 }]),
    );
    expect(receiver.received.map(({ id }) => id)).toEqual([missed?.messageId]);
  });

  it('change their secret without a message that cannot be verified', async () => {
    const webhook = await create();
    const { status, body: rotated } = await tenant.admin<{ secret: string; previousExpiresAt: string }>(
      'POST',
      `/webhooks/${webhook.id}/secrets`,
      { graceSeconds: 60 },
    );
    expect([status, rotated.secret.slice(0, 6)]).toEqual([201, 'whsec_']);
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

  it('receive nothing while they are disabled', async () => {
    const webhook = await create();
    receiver.status = 500;
    await raise();
    await eventually(async () =>
      expect(await deliveriesOf(webhook)).toMatchObject([{ status: 'pending', answerStatus: 500 }]),
    );
    await tenant.admin('PATCH', `/webhooks/${webhook.id}`, { enabled: false });
    expect(await deliveriesOf(webhook)).toMatchObject([{ status: 'failed' }]);
    expect((await tenant.admin('POST', `/webhooks/${webhook.id}/test`)).status).toBe(409);
    await raise('Working at Heights');
    await isDue();
    await tenant.admin('PATCH', `/webhooks/${webhook.id}`, { enabled: true });
    receiver.status = 200;
    await tenant.admin('POST', `/webhooks/${webhook.id}/test`);
    await eventually(async () =>
      expect(receiver.received.map(({ event }) => event.type)).toEqual(['need.created', 'webhook.test']),
    );
    expect((await tenant.admin('DELETE', `/webhooks/${webhook.id}`)).status).toBe(204);
    expect((await tenant.admin('GET', `/webhooks/${webhook.id}/deliveries`)).status).toBe(404);
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
    const { status, body: problem } = await tenant.admin<{ code: string; errors: Array<{ field: string }> }>(
      'POST',
      '/webhooks',
      body,
    );
    expect([status, problem.code, problem.errors[0]?.field]).toEqual([422, 'invalid', field]);
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

  it('have a log of 30 days', async () => {
    const webhook = await create();
    await tenant.admin('POST', `/webhooks/${webhook.id}/test`);
    const [recent] = await deliveriesOf(webhook);
    await engine.database.query(`
      with old as (
        insert into webhook_message (tenant_id, id, type, body) select tenant_id, uuid_floor(now() - interval '31 days'), type, body from webhook_message
        where type = 'webhook.test' order by id desc limit 1 returning tenant_id, id, position
      )
      insert into webhook_delivery (tenant_id, id, endpoint_id, message_id, position, status)
      select old.tenant_id, old.id, endpoint.id, old.id, old.position, 'delivered' from old join webhook_endpoint endpoint using (tenant_id)`);
    expect(await deliveriesOf(webhook)).toHaveLength(2);
    const other = await startEngine({ on: engine });
    await eventually(async () => expect(await deliveriesOf(webhook)).toMatchObject([{ id: recent?.id }]));
    await other.close();
  });
});
