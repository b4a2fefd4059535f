import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import { withWorker } from '../harness/with-process.js';

/** A statement deletes 5,000. */
const EXPIRED = 12_000;

/** Statements that store a number of expired rows for the tenant `$1`, by table. */
const EXPIRED_ROWS: Readonly<Record<string, string>> = {
  webhook_message: `insert into webhook_message (tenant_id, id, type, body)
    select $1, uuidv7(interval '-31 days'), 'need.created', '{}' from generate_series(1, ${EXPIRED})`,
  idempotency_key: `insert into idempotency_key (tenant_id, caller, key, claim, claimed_until, expires_at)
    select $1, $1, number::text, $1, now(), now() from generate_series(1, ${EXPIRED}) as number`,
};

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine({ worker: false });
});
afterAll(() => engine.close());

it.each(Object.keys(EXPIRED_ROWS))('A worker that stops deletes expired rows of %s no further', async (table) => {
  const { id } = await engine.createTenant();
  await engine.database.query(EXPIRED_ROWS[table] ?? '', [id]);
  await engine.database.inTransaction(async (tx) => {
    await tx.query(`select from ${table} where tenant_id = $1 for update`, [id]);
    let commit: Promise<unknown> = Promise.resolve();
    await withWorker(engine, async () => {
      await eventuallyLocked(engine);
      commit = sleep(1_000).then(() => tx.query('commit'));
    });
    await commit;
  });
  const [left] = await engine.database.query<{ rows: number }>(
    `select count(*)::integer as rows from ${table} where tenant_id = $1`,
    [id],
  );
  expect(left?.rows).toBeGreaterThan(0);
});
