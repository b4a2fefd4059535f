import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addCredential } from '../factories/credentials.js';
import { dateInDays } from '../factories/days.js';
import { boardLines, boardShows } from '../factories/readiness.js';
import { addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import { readPdf } from '../harness/pdf-text.js';

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

describe('a page of the board', () => {
  it('shows the status and the reasons of the same moment', async () => {
    const tenant = await engine.createTenant();
    const { id: workerId } = await addWorker(tenant, { name: 'Ada', externalWorkerId: 'Ada' });
    await addCredential(tenant, { externalWorkerId: 'Ada', name: 'First aid', expiresAt: dateInDays(-3) });
    await boardShows(tenant, ['Ada | not_ready | credential_expired 4']);
    const shown = await engine.database.inTransaction(async (tx) => {
      await tx.query('lock table readiness_cause in access exclusive mode');
      const lines = Promise.all([
        boardLines(tenant),
        tenant.api
          .getReadinessWorker({ path: { id: workerId } })
          .then(({ status, reasons }) => [status, reasons.length]),
      ]);
      await eventuallyLocked(engine, 2);
      await tx.query('delete from readiness_cause where tenant_id = $1', [tenant.id]);
      await tx.query('commit');
      return lines;
    });
    expect(shown).toEqual([['Ada | not_ready | credential_expired 4'], ['not_ready', 1]]);
  });
});

describe('the evidence of a site', () => {
  it('has the totals and the people of the same moment', async () => {
    const tenant = await engine.createTenant();
    await addWorker(tenant, { name: 'Ada', externalWorkerId: 'Ada', site: 'North' });
    await addCredential(tenant, { externalWorkerId: 'Ada', name: 'First aid', expiresAt: dateInDays(-3) });
    await boardShows(tenant, ['Ada | not_ready | credential_expired 4']);
    const document = await engine.database.inTransaction(async (tx) => {
      await tx.query('lock table readiness_cause in access exclusive mode');
      const sent = tenant.call('GET', '/readiness/evidence.pdf?site=North');
      await eventuallyLocked(engine);
      await tx.query('delete from readiness_cause where tenant_id = $1', [tenant.id]);
      await tx.query('commit');
      return readPdf(Buffer.from(await (await sent).arrayBuffer()));
    });
    const text = document.pages.join(' ');
    expect([text.includes('1 not ready'), text.includes('First aid expired')]).toEqual([true, true]);
  });
});
