import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { signal } from '../factories/signals.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
});
afterAll(() => engine.close());

/** As a provider does with a server whose disk is full. */
const setReadOnly = (value: 'on' | 'off'): Promise<unknown> =>
  engine.database.query(`
    do $$ begin
      execute format('alter database %I set default_transaction_read_only = ${value}', current_database());
    end $$;
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename <> current_user`);

it('while PostgreSQL only reads, changes are refused for now, and nothing fails', async () => {
  const tenant = (await engine.createTenant()).once;
  await setReadOnly('on');
  const add = (): Promise<{ status: number; body: unknown }> =>
    tenant.admin('POST', '/workers', { name: 'Ada', externalWorkerId: 'W-1' });
  await eventually(async () => expect(await add()).toMatchObject({ status: 503, body: { code: 'unavailable' } }));
  expect(await add()).toMatchObject({ status: 503, body: { code: 'unavailable' } });
  expect((await tenant.send(signal({ site: 'Site A' }))).status).toBe(503);
  await setReadOnly('off');
  await eventually(async () => expect((await add()).status).toBe(201));
});
