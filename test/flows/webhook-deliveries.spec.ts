import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { auditOf } from '../factories/audit.js';
import { raisedNeed } from '../factories/needs.js';
import { deliveriesOf, endPauses, expectDeliveries, webhookTo } from '../factories/webhooks.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import { refusal } from '../harness/expect-refused.js';
import { Receiver } from '../harness/receiver.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';

describe('webhooks of a tenant', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  let receiver: Receiver;
  let webhook: { id: string };

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    receiver = await Receiver.open();
    webhook = await webhookTo(receiver, tenant);
  });
  afterEach(() => receiver.close());

  const raise = (topic = 'Manual Handling') => raisedNeed(tenant, { external_worker_id: 'E-1', topic });
  const ofTenant = (update: string) => engine.database.query(`${update} and tenant_id = $1`, [tenant.id]);
  const test = () => tenant.admin('POST', `/webhooks/${webhook.id}/test`);
  const shown = () => tenant.api.getWebhook({ path: { id: webhook.id } });
  const change = (body: Schemas['ChangeWebhookBody']) => tenant.api.changeWebhook({ path: { id: webhook.id }, body });

  it('receive failed messages again with the same id, and have a log of them', async () => {
    receiver.status = 503;
    await raise();
    const refused = { status: 'pending', attempts: 1, answerStatus: 503, answer: 'answered 503', error: null };
    await expectDeliveries(tenant, webhook, [{ type: 'need.created', ...refused }]);
    const [failed] = await deliveriesOf(tenant, webhook, 'pending');
    expect(Date.parse(failed?.dueAt ?? '')).toBeGreaterThan(Date.parse(failed?.triedAt ?? '') + 2_000);
    expect((await shown()).failingSince).not.toBeNull();

    receiver.status = 204;
    await endPauses(engine, tenant);
    const delivered = { id: failed?.id, attempts: 2, dueAt: null, answerStatus: 204, answer: '' };
    await expectDeliveries(tenant, webhook, [delivered], 'delivered');
    expect(receiver.received.map(({ id }) => id)).toEqual([failed?.messageId, failed?.messageId]);
    expect(receiver.received[0]?.body).toBe(receiver.received[1]?.body);
    expect((await shown()).failingSince).toBeNull();
    const { body } = await tenant.api.getWebhookDelivery({ path: { id: failed?.id ?? '' } });
    expect(body).toBe(receiver.received[0]?.body);
  });

  it('are given up after days without a success, and get all missed events after they are enabled again', async () => {
    await receiver.close();
    await raise();
    const error = 'cannot be called: ECONNREFUSED';
    await expectDeliveries(tenant, webhook, [{ status: 'pending', answerStatus: null, error }]);
    await ofTenant(
      `update webhook_endpoint set failing_since = now() - interval '73 hours' where failing_since is not null`,
    );
    await endPauses(engine, tenant);
    await eventually(async () => expect(await shown()).toMatchObject({ status: 'given_up' }));
    const entries = await auditOf(tenant, { subject: webhook.id });
    expect(entries.at(-1)).toMatchObject({ action: 'webhook.given_up', actor: 'job:send-webhooks' });
    const [missed] = await deliveriesOf(tenant, webhook, 'failed');
    const replay = `/webhooks/deliveries/${missed?.id}/replay`;
    expect(await tenant.admin('POST', replay)).toMatchObject(refusal(409, 'webhook_disabled'));

    receiver = await Receiver.open();
    const enabled = { status: 'enabled', failingSince: null };
    expect(await change({ enabled: true, url: receiver.url })).toMatchObject(enabled);
    expect((await tenant.admin('POST', replay)).status).toBe(202);
    await expectDeliveries(tenant, webhook, [{ id: missed?.id, status: 'delivered', attempts: 1 }]);
    expect(receiver.received.map(({ id }) => id)).toEqual([missed?.messageId]);
  });

  it('are not given up for days in which nothing was sent', async () => {
    receiver.status = 503;
    await raise();
    await expectDeliveries(tenant, webhook, [{ attempts: 1, answerStatus: 503 }]);
    // As after a standstill of the engine that began an hour after the first failure.
    await ofTenant(
      `update webhook_endpoint set failing_since = now() - interval '100 hours', rests_until = now() - interval '99 hours'
        where failing_since is not null`,
    );
    await ofTenant(`update webhook_delivery set due_at = now() where status = 'pending'`);
    await expectDeliveries(tenant, webhook, [{ attempts: 2 }]);
    await eventually(async () => {
      const { status, failingSince } = await shown();
      const hours = (Date.now() - Date.parse(failingSince ?? '')) / 3_600_000;
      expect([status, Math.round(hours), receiver.received.length]).toEqual(['enabled', 25, 2]);
    });
  });

  it('receive nothing while they are disabled', async () => {
    receiver.status = 500;
    await raise();
    await expectDeliveries(tenant, webhook, [{ status: 'pending', answerStatus: 500 }]);
    await change({ enabled: false });
    expect(await deliveriesOf(tenant, webhook)).toMatchObject([{ status: 'failed' }]);
    expect((await test()).status).toBe(409);
    await raise('Working at Heights');
    await endPauses(engine, tenant);
    await change({ enabled: true });
    receiver.status = 200;
    await test();
    await eventually(async () => expect(receiver.types).toEqual(['need.created', 'webhook.test']));
    expect((await tenant.admin('DELETE', `/webhooks/${webhook.id}`)).status).toBe(204);
    expect((await tenant.admin('GET', `/webhooks/${webhook.id}/deliveries`)).status).toBe(404);
  });

  it('get no event that is prepared while they are disabled', async () => {
    await engine.database.inTransaction(async (tx) => {
      await tx.query('select from webhook_endpoint where tenant_id = $1 for update', [tenant.id]);
      await tx.query(`update webhook_endpoint set status = 'disabled' where tenant_id = $1`, [tenant.id]);
      await raise();
      await eventuallyLocked(engine);
      await tx.query('commit');
    });
    const unprepared = 'select from webhook_message where tenant_id = $1 and body is null';
    await eventually(async () => expect(await engine.database.query(unprepared, [tenant.id])).toEqual([]));
    expect(await deliveriesOf(tenant, webhook)).toEqual([]);
  });

  it('have a log of 30 days', async () => {
    await test();
    const [recent] = await deliveriesOf(tenant, webhook);
    await engine.database.query(
      `with old as (
        insert into webhook_message (tenant_id, id, type, body)
          select tenant_id, uuid_floor(now() - interval '31 days'), type, body from webhook_message
          where tenant_id = $1 returning tenant_id, id, position
      )
      insert into webhook_delivery (tenant_id, id, endpoint_id, message_id, position, status)
      select old.tenant_id, old.id, endpoint.id, old.id, old.position, 'delivered' from old
      join webhook_endpoint endpoint using (tenant_id)`,
      [tenant.id],
    );
    expect(await deliveriesOf(tenant, webhook)).toHaveLength(2);
    await withWorker(engine, () => expectDeliveries(tenant, webhook, [{ id: recent?.id }]));
  });
});
