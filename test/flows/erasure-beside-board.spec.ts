import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { auditOf } from '../factories/audit.js';
import { boardLines, boardReasons } from '../factories/readiness.js';
import { signal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { boardSettled } from '../harness/readiness-history.js';
import { findText } from '../harness/search-database.js';
import { withWorker } from '../harness/with-process.js';

const NAME = 'Zebulonia Quarzfeld';
const STORES_CAUSE = 4_711;

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

it('an erasure waits for a board that is computed with the name, and erases it there', async () => {
  const tenant = await engine.createTenant();
  const { id } = await addWorker(tenant, { name: NAME, site: 'South' });
  await addWorker(tenant, { name: 'Ben', site: 'North' });
  await boardSettled(engine.database);
  await engine.database.query(
    `create function wait() returns trigger language plpgsql as $$
       begin perform pg_advisory_xact_lock_shared(${STORES_CAUSE}); return new; end $$;
     create trigger wait before insert on readiness_cause for each row execute function wait()`,
  );
  const waitsForLock = (kind: string): Promise<object[]> =>
    engine.database.query(`select from pg_locks where locktype = 'advisory' and not granted and ${kind}`);
  const erased = (): Promise<object[]> => auditOf(tenant, { subject: id, action: 'worker.erased' });
  await engine.database.inTransaction(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(${STORES_CAUSE})`);
    await tenant.send(signal({ site: 'North', topic: `Talk to ${NAME}` }));
    await eventually(async () => expect(await waitsForLock(`objid = ${STORES_CAUSE}`)).not.toEqual([]));
    await tenant.admin('DELETE', `/workers/${id}?erase=true`);
    await eventually(async () =>
      expect([...(await erased()), ...(await waitsForLock(`objid <> ${STORES_CAUSE}`))]).not.toEqual([]),
    );
    await tx.query('commit');
  });
  // An erasure that has waited for too long is tried again after a minute, or by a worker that starts.
  await withWorker(engine, () => eventually(async () => expect(await erased()).toHaveLength(1)));
  await boardSettled(engine.database);
  expect(await boardLines(tenant)).toEqual([expect.stringMatching(/^Ben \| ready \| need/)]);
  expect(await boardReasons(tenant)).toEqual([expect.stringContaining('Talk to erased-')]);
  expect(await findText(engine, tenant, ['zebulonia', 'quarzfeld'])).toEqual([]);
});
