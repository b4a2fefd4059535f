import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { signal } from '../factories/signals.js';
import { type EngineBehindProxy, startEngineBehindProxy } from '../harness/engine-behind-proxy.js';

const KIB = 1024;
const COUNT = 40;

let engine: EngineBehindProxy;

beforeAll(async () => {
  engine = await startEngineBehindProxy();
});
afterAll(() => engine.close());

it('of large events, the engine reads only the fields that a need or a preview is made of', async () => {
  const tenant = await engine.createTenant();
  const text = 'x'.repeat(100 * KIB);
  for (let n = 0; n < COUNT; n++)
    await tenant.send(signal({ site: `Site ${n}`, type: text, due_date: '2098-05-01', payload: { text } }));
  const needs = await tenant.resolvedNeeds();
  expect(new Set(needs.map(({ dueAt }) => dueAt))).toEqual(new Set(['2098-05-01']));
  expect(await tenant.admin('POST', '/signal-map/preview', { map: {} })).toMatchObject({ body: { signals: COUNT } });
  expect(engine.postgres.sentBytes).toBeLessThan(COUNT * 50 * KIB);
});

it('the list of deliveries is read without their bodies', async () => {
  const tenant = await engine.createTenant();
  const { id } = await tenant.api.createWebhook({ body: { url: 'http://127.0.0.1:9/' } });
  await engine.database.query(
    `with message as (
       insert into webhook_message (tenant_id, id, type, body)
       select $1::uuid, uuid_next(), 'need.created', repeat('x', 100000) from generate_series(1, ${COUNT})
       returning tenant_id, id, position
     )
     insert into webhook_delivery (tenant_id, id, endpoint_id, message_id, position, status)
     select tenant_id, uuid_next(), (select id from webhook_endpoint where tenant_id = $1), id, position, 'delivered'
     from message`,
    [tenant.id],
  );
  const before = engine.postgres.sentBytes;
  const { items } = await tenant.api.listWebhookDeliveries({ path: { id }, query: { limit: 200 } });
  expect(items.length).toBe(COUNT);
  expect(engine.postgres.sentBytes - before).toBeLessThan(COUNT * 50 * KIB);
});
