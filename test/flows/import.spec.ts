import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { signal } from '../factories/signals.js';
import { WORKERS_TABLE, allWorkers, countsOf, importWorkers } from '../factories/workers.js';
import { directoryChanges } from '../harness/directory-changes.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';

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

/** Imports workers. @param counts created, updated, unchanged, failed @returns the errors of rows */
async function expectCounts(table: string, counts: number[]) {
  const { status, body } = await importWorkers(tenant, table);
  expect([status, ...countsOf(body)]).toEqual([200, ...counts]);
  return body.errors;
}

/** The entries of the indexes of these tables that were read so far. */
async function entriesRead(...tables: string[]): Promise<number> {
  await engine.database.query('select pg_stat_force_next_flush()');
  const [counted] = await engine.database.query<{ read: number }>(
    'select sum(idx_tup_read)::integer as read from pg_stat_user_indexes where relname = any ($1)',
    [tables],
  );
  return counted?.read ?? 0;
}

describe('workers from a table', () => {
  it('are created with their sites and groups, and the same table again changes nothing', async () => {
    expect(await importWorkers(tenant, WORKERS_TABLE)).toEqual({
      status: 200,
      body: { created: 3, updated: 0, unchanged: 0, failed: 0, errors: [], deactivated: 0, dryRun: false },
    });
    const keys = [
      { name: 'Ada Lovelace', externalWorkerId: 'W-1', email: 'ada@acme.com', learnerId: 'L-1' },
      { name: 'Ben', externalWorkerId: 'W-2', email: 'ben@acme.com', learnerId: null },
      { name: 'Cem', externalWorkerId: null, email: 'cem@acme.com' },
    ];
    expect(await allWorkers(tenant)).toMatchObject(keys);
    expect(await allWorkers(tenant)).toMatchObject([
      { site: 'Site A', role: 'Engineer', groups: ['Crew', 'Night'], active: true },
      { site: 'Site A', role: null, groups: [], active: true },
      { site: null, role: 'Welder', groups: ['Crew', 'Day'], active: false },
    ]);
    expect((await tenant.admin('GET', '/sites')).body).toMatchObject({ items: [{ name: 'Site A', workers: 2 }] });
    await expectCounts(WORKERS_TABLE, [0, 0, 3, 0]);
    expect((await allWorkers(tenant)).map(({ version }) => version)).toEqual([1, 1, 1]);
    expect(published).toMatchObject([
      { workerIds: [], addedIds: [expect.any(String), expect.any(String), expect.any(String)], siteKeys: ['site a'] },
    ]);
  });

  it('are found in the directory even after a thousand new ones', async () => {
    await importWorkers(tenant, 'externalWorkerId,email,name\nW-1,ada@acme.com,Ada\n');
    const news = Array.from({ length: 1_600 }, (_, index) => `N-${index},n${index}@acme.com,New`);
    const rows = [...news, ',ADA@acme.com,Ada Lovelace'].join('\n');
    await expectCounts(`externalWorkerId,email,name\n${rows}`, [1_600, 1, 0, 0]);
    await expectCounts('externalWorkerId,email,name\nN-3,n3@acme.com,Renewed\n', [0, 1, 0, 0]);
    const found = async (q: string) => (await tenant.api.listWorkers({ query: { q } })).items;
    expect(await found('ada')).toMatchObject([{ externalWorkerId: 'W-1', name: 'Ada Lovelace' }]);
    expect(await found('renewed')).toMatchObject([{ externalWorkerId: 'N-3' }]);
    const sizes = published.map(({ workerIds, addedIds = [] }) => new Set([...workerIds, ...addedIds]).size);
    expect(sizes).toEqual([1, 1_601, 1]);
  });

  it('are looked up by index, even if there are statistics about other tenants only', async () => {
    await importWorkers(await engine.createTenant(), WORKERS_TABLE);
    await engine.database.query('analyze');
    const rows = 6_000;
    const rowOf = (n: number): string => `P-${n},p${n}@acme.com,Person,Site ${n % 9},Crew ${n % 7}`;
    const table = [
      'externalWorkerId,email,name,site,groups',
      ...Array.from({ length: rows }, (_value, n) => rowOf(n)),
    ].join('\n');
    await importWorkers(tenant, table);
    const before = await entriesRead('worker', 'worker_group_member');
    await expectCounts(table, [0, 0, rows, 0]);
    expect((await entriesRead('worker', 'worker_group_member')) - before).toBeLessThan(rows * 10);
  });

  it('find their needs by index, even if there are statistics about other tenants only', async () => {
    const people = 2_000;
    const rowOf = (n: number, site: string): string => `P-${n},Person,${site}`;
    const table = (site: string): string =>
      ['externalWorkerId,name,site', ...Array.from({ length: people }, (_value, n) => rowOf(n, site))].join('\n');
    const needsOf = async (of: TestTenant, keys: number): Promise<unknown> =>
      of.send(Array.from({ length: keys }, (_value, n) => signal({ external_worker_id: `P-${n}`, topic: 'Rigging' })));
    await needsOf(await engine.createTenant(), 500);
    await engine.database.query('analyze');
    await importWorkers(tenant, table('North'));
    await needsOf(tenant, people);
    await withWorker(engine, () =>
      eventually(async () =>
        expect(await engine.database.query('select from need where unresolved_since is not null')).toEqual([]),
      ),
    );
    const before = await entriesRead('need');
    await expectCounts(table('South'), [0, people, 0, 0]);
    expect((await entriesRead('need')) - before).toBeLessThan(people * 50);
  });
});
