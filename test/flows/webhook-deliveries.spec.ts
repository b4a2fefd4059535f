import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { auditOf } from '../factories/audit.js';
import { raisedNeed } from '../factories/needs.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import { Receiver } from '../harness/receiver.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-worker.js';

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
  const deliveriesOf = async ({ id }: { id: string }, status?: Schemas['DeliveryView']['status']) =>
    (await tenant.api.listWebhookDeliveries({ path: { id }, query: { status: status && [status] } })).items;
  const raise = async (topic = 'Manual Handling') =>
    (await raisedNeed(tenant, { external_worker_id: 'E-1', topic })).id;
  /** As if its time had come. */
  const isDue = async (): Promise<void> => {
    await engine.database.query(`update webhook_delivery set due_at = now() where status = 'pending'`);
    await engine.database.query('update webhook_endpoint set rests_until = null');
  };
  const statusOf = ({ id }: { id: string }) => tenant.api.getWebhook({ path: { id } });

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
    const [failed] = await deliveriesOf(webhook, 'pending');
    expect(Date.parse(failed?.dueAt ?? '')).toBeGreaterThan(Date.now() + 2_000);
    expect((await statusOf(webhook)).failingSince).not.toBeNull();

    receiver.status = 204;
    await isDue();
    await eventually(async () =>
      expect(await deliveriesOf(webhook, 'delivered')).toMatchObject([
        { id: failed?.id, attempts: 2, dueAt: null, answerStatus: 204, answer: '' },
      ]),
    );
    expect(receiver.received.map(({ id }) => id)).toEqual([failed?.messageId, failed?.messageId]);
    expect(receiver.received[0]?.body).toBe(receiver.received[1]?.body);
    expect((await statusOf(webhook)).failingSince).toBeNull();
    expect((await tenant.api.getWebhookDelivery({ path: { id: failed?.id ?? '' } })).body).toBe(
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
    const entries = await auditOf(tenant, { subject: webhook.id });
    expect(entries.at(-1)).toMatchObject({ action: 'webhook.given_up', actor: 'job:send-webhooks' });
    const [missed] = await deliveriesOf(webhook, 'failed');
    expect(await tenant.admin('POST', `/webhooks/deliveries/${missed?.id}/replay`)).toMatchObject({
      status: 409,
      body: { code: 'webhook_disabled' },
    });

    receiver = await Receiver.open();
    const body = { enabled: true, url: receiver.url };
    expect(await tenant.api.changeWebhook({ path: { id: webhook.id }, body })).toMatchObject({
      status: 'enabled',
      failingSince: null,
    });
    expect((await tenant.admin('POST', `/webhooks/deliveries/${missed?.id}/replay`)).status).toBe(202);
    await eventually(async () =>
      expect(await deliveriesOf(webhook)).toMatchObject([{ id: missed?.id, status: 'delivered', attempts: 1 }]),
    );
    expect(receiver.received.map(({ id }) => id)).toEqual([missed?.messageId]);
  });

  it('are not given up for days in which nothing was sent', async () => {
    const webhook = await create();
    receiver.status = 503;
    await raise();
    await eventually(async () => expect(await deliveriesOf(webhook)).toMatchObject([{ attempts: 1 }]));
    // As after a standstill of the engine that began an hour after the first failure.
    await engine.database.query(
      `update webhook_endpoint set failing_since = now() - interval '100 hours', rests_until = now() - interval '99 hours'
       where id = (select endpoint_id from webhook_delivery where status = 'pending' and tenant_id = $1)`,
      [tenant.id],
    );
    await engine.database.query(`update webhook_delivery set due_at = now() where status = 'pending'`);
    await eventually(async () => expect(await deliveriesOf(webhook)).toMatchObject([{ attempts: 2 }]));
    await eventually(async () => expect(receiver.received).toHaveLength(2));
    const { status, failingSince } = await statusOf(webhook);
    const hours = (Date.now() - Date.parse(failingSince ?? '')) / 3_600_000;
    expect([status, Math.round(hours)]).toEqual(['enabled', 25]);
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

  it('get no event that is prepared while they are disabled', async () => {
    const webhook = await create();
    await engine.database.inTransaction(async (tx) => {
      await tx.query('select from webhook_endpoint where tenant_id = $1 for update', [tenant.id]);
      await tx.query(`update webhook_endpoint set status = 'disabled' where tenant_id = $1`, [tenant.id]);
      await raise();
      await eventuallyLocked(engine);
      await tx.query('commit');
    });
    await eventually(async () =>
      expect(
        await engine.database.query('select from webhook_message where tenant_id = $1 and body is null', [tenant.id]),
      ).toEqual([]),
    );
    expect(await deliveriesOf(webhook)).toEqual([]);
  });

  it('have a log of 30 days', async () => {
    const webhook = await create();
    await tenant.admin('POST', `/webhooks/${webhook.id}/test`);
    const [recent] = await deliveriesOf(webhook);
    await engine.database.query(`
      with old as (
        insert into webhook_message (tenant_id, id, type, body)
          select tenant_id, uuid_floor(now() - interval '31 days'), type, body from webhook_message
        where type = 'webhook.test' order by id desc limit 1 returning tenant_id, id, position
      )
      insert into webhook_delivery (tenant_id, id, endpoint_id, message_id, position, status)
      select old.tenant_id, old.id, endpoint.id, old.id, old.position, 'delivered' from old
      join webhook_endpoint endpoint using (tenant_id)`);
    expect(await deliveriesOf(webhook)).toHaveLength(2);
    await withWorker(engine, () =>
      eventually(async () => expect(await deliveriesOf(webhook)).toMatchObject([{ id: recent?.id }])),
    );
  });
});
