import { expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import { operationIs } from '../factories/operations.js';
import { signal } from '../factories/signals.js';
import { startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { withWorker } from '../harness/with-process.js';

it('an operation waits while the disk of PostgreSQL is full, and ends once there is room', async () => {
  const engine = await startEngine({ worker: false });
  const tenant = await engine.createTenant();
  await tenant.send([signal({ site: 'North', topic: 'Rigging' })]);
  const { items } = await tenant.api.listNeeds({});
  const { operationId } = await tenant.api.startBulk({
    body: { action: 'dismiss', ids: items.map(({ id }) => id), reason: 'duplicate' },
  });
  const id = operationId ?? '';
  await engine.database.query(
    `create function full_disk() returns trigger language plpgsql
       as $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
     create trigger full_disk before update on need for each row execute function full_disk()`,
  );
  // With any other error, the next failure would be the last one.
  await engine.database.query('update operation set attempts = 5 where id = $1', [ids.parse('op', id)]);
  await withWorker(engine, async () => {
    await eventually(async () =>
      expect(await tenant.api.getOperation({ path: { id } })).toMatchObject({
        status: 'queued',
        error: 'could not extend file: No space left on device',
      }),
    );
    await engine.database.query('drop trigger full_disk on need');
    await operationIs(tenant, id, { status: 'done', error: null });
  });
  await engine.close();
});
