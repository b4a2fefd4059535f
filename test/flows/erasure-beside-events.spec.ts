import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { auditOf } from '../factories/audit.js';
import { decide, raisedNeed } from '../factories/needs.js';
import { addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { Receiver } from '../harness/receiver.js';
import { findText } from '../harness/search-database.js';
import { withWorker } from '../harness/with-process.js';

const WAITING_ERASURE = `
  select from pg_locks as waiting where locktype = 'advisory' and not granted
    and exists (select from pg_locks where pid = waiting.pid and relation = 'erasure'::regclass)`;

let engine: TestEngine;
let receiver: Receiver;

beforeAll(async () => {
  [engine, receiver] = await Promise.all([startEngine(), Receiver.open()]);
});
afterAll(async () => {
  await engine.close();
  await receiver.close();
});

it('an erasure erases the person from an event that is sent meanwhile', async () => {
  const tenant = await engine.createTenant();
  await tenant.api.createWebhook({ body: { url: receiver.url, eventTypes: ['need.reopened'] } });
  const email = 'z.quarzfeld@acme.example';
  const { id } = await addWorker(tenant, { name: 'Zebulonia Quarzfeld', email });
  const need = await raisedNeed(tenant, { email, topic: 'Rigging' });
  await engine.database.inTransaction(async (tx) => {
    // The erasure waits for it after the events, before the needs.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('readiness:' || $1, 0))`, [tenant.id]);
    await tenant.admin('DELETE', `/workers/${id}?erase=true`);
    await eventually(async () => expect(await engine.database.query(WAITING_ERASURE)).not.toEqual([]));
    await decide(tenant, need.id, 'reopen');
    await eventually(async () => expect(receiver.received).toMatchObject([{ body: expect.stringContaining(email) }]));
  });
  const erased = (): Promise<object[]> => auditOf(tenant, { subject: id, action: 'worker.erased' });
  // An erasure that has waited for too long is tried again after a minute, or by a worker that starts.
  await withWorker(engine, () => eventually(async () => expect(await erased()).toHaveLength(1)));
  expect(await findText(engine, tenant, ['quarzfeld'])).toEqual([]);
});
