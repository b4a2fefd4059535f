import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type UpsertResult, type WorkerFields, WorkerUpsert } from '#directory';
import { Database } from '#platform/database';
import { addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { directoryChanges } from '../harness/directory-changes.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: TestEngine;
let tenant: TestTenant;
let published: ReturnType<typeof directoryChanges>;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
  published = directoryChanges(engine);
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  published.length = 0;
});
afterAll(() => engine.close());

describe('a set of workers', () => {
  const upsert = (rows: readonly WorkerFields[]): Promise<UpsertResult[]> =>
    engine.app
      .get(Database)
      .asTenant(tenant.id, (tx) => engine.app.get(WorkerUpsert, { strict: false }).upsertWorkers(tx, rows));
  const outcomesOf = (outcomes: readonly UpsertResult[]): string[] => outcomes.map(({ outcome }) => outcome);

  it('is created, updated or unchanged by one call, which publishes once', async () => {
    await addWorker(tenant, { externalWorkerId: 'W-1', name: 'One', site: 'Site A', groups: ['Crew', 'Night'] });
    const same = await addWorker(tenant, { externalWorkerId: 'W-2', name: 'Two', email: 'two@acme.com' });
    published.length = 0;
    const outcomes = await upsert([
      { externalWorkerId: 'W-1', site: 'Site B', groups: ['Night', 'Day'] },
      { externalWorkerId: 'W-2', name: 'Two', email: 'TWO@acme.com' },
      { externalWorkerId: 'W-3', name: 'Three', email: 'Three@acme.com', site: 'site b', groups: ['day'] },
      { externalWorkerId: 'W-4', name: 'Four', email: 'two@acme.com' },
    ]);
    expect(outcomesOf(outcomes)).toEqual(['updated', 'unchanged', 'created', 'refused']);
    expect(outcomes[3]).toEqual({
      outcome: 'refused',
      workerId: null,
      errors: [{ field: 'email', message: 'belongs to another worker' }],
    });
    expect((await tenant.admin('GET', '/workers')).body).toMatchObject({
      items: [
        { name: 'One', site: 'Site B', groups: ['Day', 'Night'], version: 2 },
        same,
        {
          externalWorkerId: 'W-3',
          name: 'Three',
          email: 'three@acme.com',
          site: 'Site B',
          groups: ['Day'],
          version: 1,
        },
      ],
    });
    expect(published).toEqual([
      {
        tenantId: tenant.id,
        workerIds: [outcomes[0]?.workerId],
        addedIds: [outcomes[2]?.workerId],
        siteKeys: ['site a', 'site b'],
        leaverIds: [],
      },
    ]);
  });

  it('may pass keys from one worker to another', async () => {
    await addWorker(tenant, { externalWorkerId: 'W-1', email: 'a@acme.com' });
    await addWorker(tenant, { externalWorkerId: 'W-2', email: 'b@acme.com' });
    const rows = [
      { externalWorkerId: 'W-1', email: 'x@acme.com' },
      { externalWorkerId: 'W-2', email: 'a@acme.com' },
      { externalWorkerId: 'W-1', email: 'b@acme.com' },
    ];
    expect(outcomesOf(await upsert(rows))).toEqual(['updated', 'updated', 'updated']);
    expect((await tenant.admin('GET', '/workers')).body).toMatchObject({
      items: [
        { externalWorkerId: 'W-1', email: 'b@acme.com', version: 2 },
        { externalWorkerId: 'W-2', email: 'a@acme.com', version: 2 },
      ],
    });
  });

  it('of five thousand takes seconds, not minutes', async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => ({
      externalWorkerId: `W-${index}`,
      email: `w${index}@acme.com`,
      learnerId: `L-${index}`,
      name: `Worker ${index}`,
      site: `Site ${index % 40}`,
      groups: [`G ${index % 7}`, `H ${index % 90}`],
    }));
    const began = performance.now();
    expect(new Set(outcomesOf(await upsert(rows)))).toEqual(new Set(['created']));
    expect(new Set(outcomesOf(await upsert(rows)))).toEqual(new Set(['unchanged']));
    expect(new Set(outcomesOf(await upsert(rows.map((row) => ({ ...row, role: 'Rigger', groups: ['New'] })))))).toEqual(
      new Set(['updated']),
    );
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(
      await engine.database.query('select count(*)::int as members from worker_group_member where tenant_id = $1', [
        tenant.id,
      ]),
    ).toEqual([{ members: 5_000 }]);
  });
});
