import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { auditOf } from '../factories/audit.js';
import { raisedNeed } from '../factories/needs.js';
import { deliveriesOf, endPauses, expectDeliveries, webhookTo } from '../factories/webhooks.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { Receiver } from '../harness/receiver.js';
import type { TestTenant } from '../harness/tenant.js';

describe('a webhook', () => {
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

  const raise = (topic: string) => raisedNeed(tenant, { external_worker_id: 'E-1', topic });
  const shown = () => tenant.api.getWebhook({ path: { id: webhook.id } });
  /** Minutes until the engine calls it again, if it pauses. */
  const pause = async (): Promise<number> => {
    const [row] = await engine.database.query<{ minutes: number }>(
      `select extract(epoch from rests_until - now())::float / 60 as minutes from webhook_endpoint where tenant_id = $1`,
      [tenant.id],
    );
    return row?.minutes ?? 0;
  };

  it('that answers 410 is given up at once, and gets nothing more', async () => {
    receiver.status = 410;
    await raise('Manual Handling');
    await eventually(async () => expect(await shown()).toMatchObject({ status: 'given_up' }));
    await raise('Working at Heights');
    expect(await deliveriesOf(tenant, webhook)).toMatchObject([{ status: 'failed', attempts: 1, answerStatus: 410 }]);
    expect((await auditOf(tenant, { subject: webhook.id })).at(-1)).toMatchObject({
      action: 'webhook.given_up',
      after: { status: 'given_up', answerStatus: 410 },
    });
    expect(receiver.received).toHaveLength(1);
  });

  it('that redirects is called at most eight times', async () => {
    receiver.status = 302;
    await raise('Manual Handling');
    await expectDeliveries(tenant, webhook, [{ answerStatus: 302 }]);
    const seven = `update webhook_delivery set attempts = 7 where status = 'pending' and tenant_id = $1`;
    await engine.database.query(seven, [tenant.id]);
    await endPauses(engine, tenant);
    await expectDeliveries(tenant, webhook, [{ status: 'failed', attempts: 8, dueAt: null, answerStatus: 302 }]);
  });

  it.each([429, 503])('that answers %i with Retry-After pauses, until its address changes', async (status) => {
    Object.assign(receiver, { status, headers: { 'retry-after': '600' } });
    await raise('Manual Handling');
    await expectDeliveries(tenant, webhook, [{ status: 'pending', attempts: 1, answerStatus: status }]);
    expect(await pause()).toBeGreaterThan(9);
    const successor = await Receiver.open();
    await tenant.api.changeWebhook({ path: { id: webhook.id }, body: { url: successor.url } });
    await raise('Working at Heights');
    await eventually(async () => expect(successor.received).toHaveLength(1));
    await successor.close();
  });

  it('pauses for an hour at most', async () => {
    Object.assign(receiver, { status: 503, headers: { 'retry-after': '86400' } });
    await raise('Manual Handling');
    await expectDeliveries(tenant, webhook, [{ attempts: 1, answerStatus: 503 }]);
    expect(Math.round(await pause())).toBe(60);
  });

  it('whose secret cannot be decrypted pauses, delays no other, and gets its events once it can be', async () => {
    const other = await Receiver.open();
    await webhookTo(other, tenant);
    const change = (sealed: string): Promise<object[]> =>
      engine.database.query(`update webhook_endpoint set sealed = ${sealed} where tenant_id = $1 and url = $2`, [
        tenant.id,
        receiver.url,
      ]);
    await change(`sealed || '\\x00'`);
    await raise('Manual Handling');
    const error = expect.stringContaining('cannot be decrypted');
    await expectDeliveries(tenant, webhook, [{ status: 'pending', attempts: 1, answerStatus: null, error }]);
    expect(await pause()).toBeGreaterThan(0);
    await eventually(async () => expect(other.received).toHaveLength(1));
    expect(receiver.received).toEqual([]);
    await change('substring(sealed for length(sealed) - 1)');
    await endPauses(engine, tenant);
    await expectDeliveries(tenant, webhook, [{ status: 'delivered', answerStatus: 200 }]);
    await other.close();
  });

  it('that limits its calls gets the others after the pause', async () => {
    await raise('Manual Handling');
    await eventually(async () => expect(receiver.received).toHaveLength(1));
    Object.assign(receiver, { status: 429, headers: { 'retry-after': '600' } });
    await raise('Working at Heights');
    await expectDeliveries(tenant, webhook, [{ status: 'pending', attempts: 1, answerStatus: 429 }, {}]);
    receiver.status = 200;
    await raise('Rigging');
    await endPauses(engine, tenant);
    const delivered = { status: 'delivered', answerStatus: 200 };
    await expectDeliveries(tenant, webhook, [delivered, delivered, delivered]);
    expect((await shown()).status).toBe('enabled');
  });
});
