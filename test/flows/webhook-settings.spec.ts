import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { auditOf } from '../factories/audit.js';
import { deliveriesOf, expectDeliveries, webhookTo } from '../factories/webhooks.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { expectStale, refusal, refusedFields } from '../harness/expect-refused.js';
import { Receiver } from '../harness/receiver.js';
import type { TestTenant } from '../harness/tenant.js';

describe('webhooks of a tenant', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  let receiver: Receiver;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    receiver = await Receiver.open();
  });
  afterEach(() => receiver.close());

  it('change their secret without a message that cannot be verified', async () => {
    const webhook = await webhookTo(receiver, tenant);
    const rotated = await tenant.api.rotateWebhookSecret({ path: { id: webhook.id }, body: { graceSeconds: 60 } });
    expect(rotated.secret.slice(0, 6)).toBe('whsec_');
    await tenant.admin('POST', `/webhooks/${webhook.id}/test`);
    await eventually(async () => expect(receiver.received).toHaveLength(1));
    const end =
      'update webhook_endpoint set before_ends_at = now() where tenant_id = $1 and before_ends_at is not null';
    await engine.database.query(end, [tenant.id]);
    await tenant.admin('POST', `/webhooks/${webhook.id}/test`);
    await eventually(async () => expect(receiver.received).toHaveLength(2));
    expect(receiver.verifiedBy(webhook.secret)).toEqual([1, 0]);
    expect(receiver.verifiedBy(rotated.secret)).toEqual([1, 1]);
    expect(receiver.types).toEqual(['webhook.test', 'webhook.test']);
    expect(JSON.stringify(await auditOf(tenant, { subject: 'webhook' }))).not.toMatch(/whsec|key=k/);
  });

  it('are deleted with their log, which is deleted in sets before they are locked', async () => {
    const webhook = await webhookTo(receiver, tenant);
    const path = `/webhooks/${webhook.id}`;
    await tenant.admin('POST', `${path}/test`);
    await expectDeliveries(tenant, webhook, [{ status: 'delivered' }]);
    const many = `insert into webhook_delivery (tenant_id, id, endpoint_id, message_id, position, status)
      select tenant_id, gen_random_uuid(), endpoint_id, message_id, position, 'failed'
      from webhook_delivery, generate_series(1, 5000) where tenant_id = $1`;
    await engine.database.query(many, [tenant.id]);
    await engine.database.inTransaction(async (tx) => {
      await tx.query('select from webhook_endpoint where tenant_id = $1 for update', [tenant.id]);
      const removal = tenant.admin('DELETE', path);
      await eventually(async () => expect(await deliveriesOf(tenant, webhook)).toEqual([]));
      await tx.query('commit');
      await removal;
    });
    await eventually(async () => {
      await tenant.admin('DELETE', path);
      expect(await tenant.admin('GET', path)).toMatchObject({ status: 404 });
    });
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
    expect(refusedFields(await tenant.admin('POST', '/webhooks', body))).toEqual([field]);
  });

  it('are limited to ten, and refuse a stale version', async () => {
    const [first] = await Promise.all(Array.from({ length: 10 }, () => webhookTo(receiver, tenant)));
    const refused = refusal(409, 'too_many_webhooks');
    expect(await tenant.admin('POST', '/webhooks', { url: receiver.url })).toMatchObject(refused);
    const path = `/webhooks/${first?.id}`;
    const body = { description: 'Ours', eventTypes: ['need.created'] };
    const changed = await tenant.admin('PATCH', path, body, { 'if-match': '"1"' });
    expect(changed).toMatchObject({ status: 200, body: { ...body, version: 2 } });
    const unchanged = await tenant.admin('PATCH', path, { url: receiver.url, ...body });
    expect(unchanged).toMatchObject({ status: 200, body: { version: 2 } });
    await expectStale(tenant, path, [['PATCH', { description: null }]]);
    expect(JSON.stringify((await tenant.admin('GET', '/webhooks')).body)).not.toContain('whsec');
  });
});
