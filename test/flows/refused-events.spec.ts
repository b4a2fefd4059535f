import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { signal } from '../factories/signals.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
});
afterAll(() => engine.close());

it('what was refused is kept while PostgreSQL ends the connection that stores it', async () => {
  const tenant = await engine.createTenant();
  await engine.database.inTransaction(async (tx) => {
    await tx.query('lock table refused_event in access exclusive mode');
    await tenant.send(signal({ site: 'North', severity: 9 }));
    await tenant.sendRaw('{}', { 'x-edifyd-signature': '0'.repeat(64) });
    await eventually(async () =>
      expect(
        await tx.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid))',
        ),
      ).toMatchObject({ rowCount: 1 }),
    );
  });
  await eventually(async () => {
    const { items, unsigned } = await tenant.api.getRefusedSignals();
    expect(items).toMatchObject([{ code: 'invalid_event', errors: [{ field: 'data.severity' }] }]);
    expect(unsigned).toMatchObject([{ requests: 1 }]);
  });
});
