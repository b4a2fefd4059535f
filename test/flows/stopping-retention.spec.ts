import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import { withWorker } from '../harness/with-process.js';

/** A statement deletes 5,000. */
const EXPIRED = 12_000;

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine({ worker: false });
});
afterAll(() => engine.close());

it('A worker that stops deletes expired webhook messages no further', async () => {
  const { id } = await engine.createTenant();
  await engine.database.query(
    `insert into webhook_message (tenant_id, id, type, body)
       select $1, uuidv7(interval '-31 days'), 'need.created', '{}' from generate_series(1, ${EXPIRED})`,
    [id],
  );
  await engine.database.inTransaction(async (tx) => {
    await tx.query('select from webhook_message where tenant_id = $1 for update', [id]);
    let commit: Promise<unknown> = Promise.resolve();
    await withWorker(engine, async () => {
      await eventuallyLocked(engine);
      commit = sleep(1_000).then(() => tx.query('commit'));
    });
    await commit;
  });
  const [left] = await engine.database.query<{ messages: number }>(
    'select count(*)::integer as messages from webhook_message where tenant_id = $1',
    [id],
  );
  expect(left?.messages).toBeGreaterThan(0);
});
