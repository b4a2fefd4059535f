import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { signal } from '../factories/signals.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine({ worker: false });
});
afterAll(() => engine.close());

it('the last use of a signing secret is stored later if it cannot be stored at once', async () => {
  const { database } = engine;
  const tenant = await engine.createTenant();
  const secrets = (): Promise<object[]> =>
    database.query('select last_used_at is not null as "isUsed" from signing_secret where tenant_id = $1', [tenant.id]);
  await database.query(
    `create sequence refusals;
     create function refuse() returns trigger language plpgsql security definer as $$
       begin raise 'refused %', nextval('refusals'); end $$;
     create trigger refuse before update on signing_secret for each row execute function refuse()`,
  );
  await tenant.send(signal({ site: 'North' }));
  await eventually(async () => expect(await database.query('select from refusals where is_called')).toHaveLength(1));
  await database.query('drop trigger refuse on signing_secret');
  await eventually(async () => expect(await secrets()).toEqual([{ isUsed: true }]));
});
