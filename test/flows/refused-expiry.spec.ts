import { beforeAll, expect, it } from '@jest/globals';
import { changeTenant } from '../factories/tenants.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';

let engine: SharedEngine;
beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});

/** The days for which what the webhook refused is stored already, oldest first. */
const storedDays = async ({ id }: TestTenant): Promise<object[]> =>
  engine.database.query(
    `select 'event' as what, round(extract(epoch from now() - uuid_time(id)) / 86400)::int as days
       from refused_event where tenant_id = $1
     union all
     select 'count', round(extract(epoch from now() - hour) / 86400)::int from refused_count where tenant_id = $1
     order by days desc, what`,
    [id],
  );

it('what the webhook refused is deleted after seven days, also that of a suspended tenant', async () => {
  const [active, suspended] = [await engine.createTenant(), await engine.createTenant()];
  for (const tenant of [active, suspended])
    await engine.database.query(
      `with day as (select now() - make_interval(days => days) as time from unnest(array[6, 8]) as days),
       event as (
         insert into refused_event (tenant_id, id, code, errors, excerpt)
         select $1, (left(uuid_floor(time)::text, 14) || substr(gen_random_uuid()::text, 15))::uuid, 'invalid_json',
           '[]', '{}' from day
       ) insert into refused_count (tenant_id, hour, requests) select $1, time, 1 from day`,
      [tenant.id],
    );
  await changeTenant(engine, suspended, { status: 'suspended' });
  const isDeleted = async (): Promise<void> => {
    for (const tenant of [active, suspended])
      expect(await storedDays(tenant)).toEqual([
        { what: 'count', days: 6 },
        { what: 'event', days: 6 },
      ]);
  };
  // A run that fails on a busy machine is repeated only after a minute, or by another worker.
  await eventually(() => withWorker(engine, () => eventually(isDeleted, 10_000)));
});
