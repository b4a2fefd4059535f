import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { webhookTo } from '../factories/webhooks.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { Receiver } from '../harness/receiver.js';

const PENDING = 12_000;
const WITHIN_MS = 30_000;

let engine: TestEngine;
let receiver: Receiver;

beforeAll(async () => {
  [engine, receiver] = [await startEngine(), await Receiver.open()];
  // A statement that changes more rows takes too long.
  await engine.database.query(`
    create function take_long() returns trigger language plpgsql as $$ begin
      if (select count(*) from changed) > 5000 then raise exception using errcode = '57014'; end if; return null; end $$;
    create trigger take_long after update on webhook_delivery referencing new table as changed
      for each statement execute function take_long()`);
});
afterAll(() => Promise.all([engine.close(), receiver.close()]));

it('a webhook is disabled however many deliveries are pending, and all of them fail', async () => {
  const tenant = await engine.createTenant();
  const { id } = await webhookTo(receiver, tenant);
  await engine.database.query(
    `with resting as (
       update webhook_endpoint set rests_until = now() + interval '1 hour' where tenant_id = $1 returning id
     ), message as (
       insert into webhook_message (tenant_id, id, type, body)
       select $1::uuid, uuid_next(), 'need.created', '{}' from generate_series(1, ${PENDING})
       returning tenant_id, id, position
     )
     insert into webhook_delivery (tenant_id, id, endpoint_id, message_id, position)
     select tenant_id, uuid_next(), resting.id, message.id, position from message, resting`,
    [tenant.id],
  );
  expect(await tenant.admin('PATCH', `/webhooks/${id}`, { enabled: false })).toMatchObject({ status: 200 });
  await eventually(async () => {
    const found = await engine.database.query(
      'select status, error, count(*)::int as deliveries from webhook_delivery where tenant_id = $1 group by status, error',
      [tenant.id],
    );
    expect(found).toEqual([{ status: 'failed', error: 'the webhook was disabled', deliveries: PENDING }]);
  }, WITHIN_MS);
  expect(receiver.received).toEqual([]);
});
