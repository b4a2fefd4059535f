import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { raisedNeed } from '../factories/needs.js';
import { deliveriesOf, expectDeliveries, webhookTo } from '../factories/webhooks.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import { Receiver } from '../harness/receiver.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;
let receiver: Receiver;
let webhook: { id: string };

beforeAll(async () => {
  [engine, receiver] = await Promise.all([sharedEngine(), Receiver.open()]);
  tenant = await engine.createTenant();
  webhook = await webhookTo(receiver, tenant, { eventTypes: ['need.created'] });
});
afterAll(() => receiver.close());

/** Locks what disabling the webhook locks: first the webhook, and its deliveries once `call` waits for it. */
async function besideDisabling<T>(call: () => Promise<T>): Promise<T> {
  return engine.database.inTransaction(async (tx: pg.ClientBase) => {
    await tx.query(`set local lock_timeout = '1s'`);
    await tx.query('select from webhook_endpoint where tenant_id = $1 for no key update', [tenant.id]);
    const answer = call();
    await eventuallyLocked(engine);
    await tx.query('select from webhook_delivery where tenant_id = $1 for update', [tenant.id]);
    await tx.query('commit');
    return await answer;
  });
}

describe('deliveries are not locked before a webhook that is being disabled', () => {
  it('when their attempts are stored', async () => {
    receiver.status = 503;
    await besideDisabling(() => raisedNeed(tenant, { site: 'North', topic: 'Rigging' }));
    await expectDeliveries(tenant, webhook, [{ attempts: 1, answerStatus: 503 }]);
  });

  it('when one is sent again', async () => {
    const [delivery] = await deliveriesOf(tenant, webhook);
    const replay = `/webhooks/deliveries/${delivery?.id}/replay`;
    expect(await besideDisabling(() => tenant.admin('POST', replay))).toMatchObject({ status: 202 });
  });
});
