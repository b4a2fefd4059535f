import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { auditOf } from '../factories/audit.js';
import { decide, raisedNeed } from '../factories/needs.js';
import { boardLines, boardReasons } from '../factories/readiness.js';
import { signal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { OF_THIS_DATABASE, eventually } from '../harness/eventually.js';
import { boardSettled } from '../harness/readiness-checks.js';
import { Receiver } from '../harness/receiver.js';
import { findText } from '../harness/search-database.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';

const NAME = 'Zebulonia Quarzfeld';
const STORES_CAUSE = 4_711;
const WAITING_ERASURE = `
  select from pg_locks as waiting where locktype = 'advisory' and not granted and ${OF_THIS_DATABASE}
    and exists (select from pg_locks where pid = waiting.pid and relation = 'erasure'::regclass)`;

let engine: TestEngine;
let tenant: TestTenant;
let receiver: Receiver;

beforeAll(async () => {
  [engine, receiver] = await Promise.all([startEngine(), Receiver.open()]);
});
afterAll(() => Promise.all([engine.close(), receiver.close()]));
beforeEach(async () => {
  tenant = await engine.createTenant();
});

const erasedOf = (id: string): Promise<object[]> => auditOf(tenant, { subject: id, action: 'worker.erased' });
/** An erasure that has waited for too long is tried again after a minute, or by a worker that starts. */
const eventuallyErased = (id: string): Promise<void> =>
  withWorker(engine, () => eventually(async () => expect(await erasedOf(id)).toHaveLength(1)));

it('an erasure erases the person from an event that is sent meanwhile', async () => {
  await tenant.api.createWebhook({ body: { url: receiver.url, eventTypes: ['need.reopened'] } });
  const email = 'z.quarzfeld@acme.example';
  const { id } = await addWorker(tenant, { name: NAME, email });
  const need = await raisedNeed(tenant, { email, topic: 'Rigging' });
  await engine.database.inTransaction(async (tx) => {
    // The erasure waits for it after the events, before the needs.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('readiness:' || $1, 0))`, [tenant.id]);
    await tenant.admin('DELETE', `/workers/${id}?erase=true`);
    await eventually(async () => expect(await engine.database.query(WAITING_ERASURE)).not.toEqual([]));
    await decide(tenant, need.id, 'reopen');
    await eventually(async () => expect(receiver.received).toMatchObject([{ body: expect.stringContaining(email) }]));
  });
  await eventuallyErased(id);
  expect(await findText(engine, tenant, ['quarzfeld'])).toEqual([]);
});

it('an erasure waits for a board that is computed with the name, and erases it there', async () => {
  const { id } = await addWorker(tenant, { name: NAME, site: 'South' });
  await addWorker(tenant, { name: 'Ben', site: 'North' });
  await boardSettled(engine.database);
  await engine.database.query(
    `create function wait() returns trigger language plpgsql as $$
       begin perform pg_advisory_xact_lock_shared(${STORES_CAUSE}); return new; end $$;
     create trigger wait before insert on readiness_cause for each row execute function wait()`,
  );
  const waitsForLock = (kind: string): Promise<object[]> =>
    engine.database.query(
      `select from pg_locks where locktype = 'advisory' and not granted and ${OF_THIS_DATABASE} and ${kind}`,
    );
  await engine.database.inTransaction(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(${STORES_CAUSE})`);
    await tenant.send(signal({ site: 'North', topic: `Talk to ${NAME}` }));
    await eventually(async () => expect(await waitsForLock(`objid = ${STORES_CAUSE}`)).not.toEqual([]));
    await tenant.admin('DELETE', `/workers/${id}?erase=true`);
    await eventually(async () =>
      expect([...(await erasedOf(id)), ...(await waitsForLock(`objid <> ${STORES_CAUSE}`))]).not.toEqual([]),
    );
    await tx.query('commit');
  });
  await eventuallyErased(id);
  await boardSettled(engine.database);
  expect(await boardLines(tenant)).toEqual([expect.stringMatching(/^Ben \| ready \| need/)]);
  expect(await boardReasons(tenant)).toEqual([expect.stringContaining('Talk to erased-')]);
  expect(await findText(engine, tenant, ['zebulonia', 'quarzfeld'])).toEqual([]);
});
