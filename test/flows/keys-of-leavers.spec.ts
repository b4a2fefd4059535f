import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { auditOf } from '../factories/audit.js';
import { addWorker, allWorkers, changeWorker, countsOf, importWorkers } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;
let leaverId: string;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  leaverId = (await addWorker(tenant, { externalWorkerId: 'W-1', email: 'ada@acme.com', learnerId: 'L-1' })).id;
  await changeWorker(tenant, leaverId, { active: false });
});

describe('an e-mail address and a learner id of a worker who has left', () => {
  it('pass to a worker with another id by an import', async () => {
    const rows = 'externalWorkerId,email,learnerId,name\nW-2,ADA@acme.com,L-1,Ada\n';
    const { body } = await importWorkers(tenant, rows, '?deactivateMissing=true');
    expect([countsOf(body), body.errors]).toEqual([[1, 0, 0, 0], []]);
    expect(await allWorkers(tenant)).toMatchObject([
      { id: leaverId, externalWorkerId: 'W-1', email: null, learnerId: null, active: false },
      { externalWorkerId: 'W-2', email: 'ada@acme.com', learnerId: 'L-1', active: true },
    ]);
    expect(countsOf((await importWorkers(tenant, rows)).body)).toEqual([0, 0, 1, 0]);
    expect(await auditOf(tenant, { action: 'worker.changed', subject: leaverId })).toMatchObject([
      { before: { active: true } },
      { before: { email: 'ada@acme.com', learnerId: 'L-1' }, after: { email: null, learnerId: null } },
    ]);
  });

  it('pass to nobody who has left, too', async () => {
    const { body } = await importWorkers(
      tenant,
      'externalWorkerId,email,name,active\nW-2,ada@acme.com,Ada,false\nW-3,ben@acme.com,Ben,true\n',
    );
    expect([countsOf(body), body.errors]).toMatchObject([[1, 0, 0, 1], [{ row: 2, field: 'email' }]]);
  });
});
