import { setTimeout as sleep } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { dismiss } from '../factories/needs.js';
import { signal } from '../factories/signals.js';
import { webhookTo } from '../factories/webhooks.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { Receiver, type Received } from '../harness/receiver.js';
import { withServer } from '../harness/stand-in.js';

const ANSWERS_AFTER_MS = 3_000;
/** The engine makes ten calls at a time: the fast webhook is called before all of these have ended. */
const NEEDS = 40;
/** Calls of half a second each: all of them take 6 s. */
const MANY = 120;
/** Longer than a turn of a tenant, with its last calls. */
const TURN_ENDS_MS = 3_000;
/** Deliveries that wait for a paused webhook, and how soon they fail. */
const PENDING = 12_000;
const FAILED_WITHIN_MS = 30_000;

let engine: TestEngine;
let fast: Receiver;
let paused: Receiver;
beforeAll(async () => {
  engine = await startEngine();
  [fast, paused] = await Promise.all([Receiver.open(), Receiver.open()]);
});
afterAll(() => Promise.all([engine.close(), fast.close(), paused.close()]));

it('a slow webhook delays no other one by more than a call, and receives the events of a need in order', async () => {
  const tenant = await engine.createTenant();
  const slow: Array<Received['event']> = [];
  const quick = Promise.withResolvers<void>();
  await withServer(
    (request, response) =>
      void text(request).then(async (body) => {
        slow.push(JSON.parse(body));
        await Promise.race([sleep(ANSWERS_AFTER_MS), quick.promise]);
        response.end();
      }),
    async (url) => {
      for (const one of [url, fast.url]) await tenant.api.createWebhook({ body: { url: one } });
      await tenant.send(Array.from({ length: NEEDS }, (_value, n) => signal({ site: `Site ${n}`, topic: 'Rigging' })));
      await eventually(async () => expect(slow.length).toBeGreaterThan(0));
      await eventually(async () => expect(fast.received).toHaveLength(NEEDS));
      const last = fast.received.at(-1)?.event.data.id ?? '';
      await dismiss(tenant, last, { reason: 'duplicate' });
      await eventually(async () => expect(fast.ofType('need.dismissed')).toHaveLength(1));
      expect(slow.length).toBeLessThan(NEEDS);
      quick.resolve();
      await eventually(async () => expect(slow).toHaveLength(NEEDS + 1));
      expect(slow.filter(({ data }) => data.id === last).map(({ type }) => type)).toEqual([
        'need.created',
        'need.dismissed',
      ]);
    },
  );
});

it('the webhook of a suspended tenant is called no further until the tenant is active again', async () => {
  const tenant = await engine.createTenant();
  const become = (status: string): Promise<unknown> => engine.operator('PATCH', `/tenants/${tenant.slug}`, { status });
  let calls = 0;
  const quick = Promise.withResolvers<void>();
  await withServer(
    (_request, response) => {
      calls++;
      void Promise.race([sleep(500), quick.promise]).then(() => response.end());
    },
    async (url) => {
      await tenant.api.createWebhook({ body: { url } });
      await tenant.send(Array.from({ length: MANY }, (_value, n) => signal({ site: `Site ${n}`, topic: 'Rigging' })));
      await eventually(async () => expect(calls).toBeGreaterThan(0));
      await become('suspended');
      await sleep(TURN_ENDS_MS);
      const before = calls;
      await sleep(1_500);
      expect([calls, calls < MANY]).toEqual([before, true]);
      await become('active');
      quick.resolve();
      await eventually(async () => expect(calls).toBe(MANY));
    },
  );
});

it('a webhook is disabled however many deliveries are pending, and all of them fail', async () => {
  // A statement that changes more rows takes too long.
  await engine.database.query(`
    create function take_long() returns trigger language plpgsql as $$ begin
      if (select count(*) from changed) > 5000 then raise exception using errcode = '57014'; end if; return null; end $$;
    create trigger take_long after update on webhook_delivery referencing new table as changed
      for each statement execute function take_long()`);
  const tenant = await engine.createTenant();
  const { id } = await webhookTo(paused, tenant);
  await engine.database.query(
    `with paused as (
       update webhook_endpoint set rests_until = now() + interval '1 hour' where tenant_id = $1 returning id
     ), message as (
       insert into webhook_message (tenant_id, id, type, body)
       select $1::uuid, uuid_next(), 'need.created', '{}' from generate_series(1, ${PENDING})
       returning tenant_id, id, position
     )
     insert into webhook_delivery (tenant_id, id, endpoint_id, message_id, position)
     select tenant_id, uuid_next(), paused.id, message.id, position from message, paused`,
    [tenant.id],
  );
  expect(await tenant.admin('PATCH', `/webhooks/${id}`, { enabled: false })).toMatchObject({ status: 200 });
  await eventually(async () => {
    const found = await engine.database.query(
      'select status, error, count(*)::int as deliveries from webhook_delivery where tenant_id = $1 group by status, error',
      [tenant.id],
    );
    expect(found).toEqual([{ status: 'failed', error: 'the webhook was disabled', deliveries: PENDING }]);
  }, FAILED_WITHIN_MS);
  expect(paused.received).toEqual([]);
});
