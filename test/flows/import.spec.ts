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

/** The places of errors, as `3 name`: the row and the field. */
const placesOf = (errors: ReadonlyArray<{ row: number; field: string }>): string[] =>
  errors.map(({ row, field }) => `${row} ${field}`);

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

  it('are identified by external id, else e-mail, else learner id', async () => {
    await importWorkers(tenant, WORKERS_TABLE);
    const columns = 'externalWorkerId,email,learnerId,name\n';
    const table = `${columns}W-1,new@acme.com,,Ada\n,BEN@acme.com,,Benjamin\nW-9,,L-1,Nobody\n`;
    const errors = await expectCounts(table, [0, 2, 0, 1]);
    expect(errors).toEqual([{ row: 4, field: 'learnerId', message: 'belongs to another worker' }]);
    expect((await allWorkers(tenant)).map(({ name }) => name)).toEqual(['Ada', 'Benjamin', 'Cem']);
  });

  it('keep fields without a column and keys with a blank cell, and lose other fields with a blank cell', async () => {
    await importWorkers(tenant, WORKERS_TABLE);
    await importWorkers(tenant, 'email,externalWorkerId,site,groups,name,active\nada@acme.com,,,,Ada,\n');
    expect((await allWorkers(tenant))[0]).toMatchObject({
      externalWorkerId: 'W-1',
      learnerId: 'L-1',
      site: null,
      role: 'Engineer',
      groups: [],
      name: 'Ada',
      active: true,
    });
  });

  it.each([
    ['semicolons', 'externalWorkerId;name;groups\nW-1;"A, B";"Crew;Day"\n'],
    ['tabs', 'externalWorkerId\tname\tgroups\nW-1\tA, B\tCrew|Day\n'],
    ['a byte order mark and CRLF', '\ufeffexternalWorkerId,name,groups\r\nW-1,"A, B",Crew|Day\r\n'],
    ['names of columns as people write them', 'External Worker ID,NAME,Groups\nW-1,"A, B",Crew|Day'],
    ['blank rows and spaces', '\nexternalWorkerId , name,groups\n\n W-1 , "A, B" ,Crew | Day\n,,\n\n'],
  ])('may be written with %s', async (_what, table) => {
    expect(await expectCounts(table, [1, 0, 0, 0])).toEqual([]);
    const worker = { externalWorkerId: 'W-1', name: 'A, B', groups: ['Crew', 'Day'] };
    expect(await allWorkers(tenant)).toMatchObject([worker]);
  });

  it('may have quotes and line feeds in a cell; rows are numbered as in a spreadsheet', async () => {
    const { body } = await importWorkers(
      tenant,
      'externalWorkerId,name,role\nW-1,"Ada\n""the""\nfirst",5" pipes\nW-2,,x\n\nW-3,,y\n',
    );
    expect((await allWorkers(tenant))[0]).toMatchObject({ name: 'Ada\n"the"\nfirst', role: '5" pipes' });
    expect(placesOf(body.errors)).toEqual(['3 name', '5 name']);
  });

  it('are written, except for invalid rows, which are reported', async () => {
    const errors = await expectCounts(
      `externalWorkerId,email,name,active\nW-1,ada,Ada,true\nW-2,,${'x'.repeat(201)},true\n,,Nobody,true\nW-4,,Dora,maybe\nW-5,,Eve,true\nW-6,a,b,c,d\nW-7,x\0y@acme.com,Gil,no\n`,
      [1, 0, 0, 6],
    );
    expect(placesOf(errors)).toEqual(['2 email', '3 name', '4 externalWorkerId', '5 active', '7 row', '8 email']);
    expect((await allWorkers(tenant)).map(({ name }) => name)).toEqual(['Eve']);
  });

  it('are refused in later rows with a key of an earlier one, which keeps what it wrote', async () => {
    const errors = await expectCounts(
      'externalWorkerId,email,name\nW-1,ada@acme.com,Ada\nW-1,ADA@acme.com,Ada\nW-1,ada@acme.com,Ada L.\nW-2,ada@acme.com,Other\n',
      [1, 0, 0, 3],
    );
    expect(errors.filter(({ field }) => field === 'email')).toEqual(
      [3, 4, 5].map((row) => ({ row, field: 'email', message: 'same email as row 2' })),
    );
    expect(await allWorkers(tenant)).toMatchObject([{ name: 'Ada' }]);
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

  it('may pass a key to a worker in a later set of rows', async () => {
    await importWorkers(tenant, 'externalWorkerId,email,name\nW-1,a@acme.com,One\n');
    const filler = Array.from({ length: 2_500 }, (_, index) => `F-${index},,Filler`).join('\n');
    const table = `externalWorkerId,email,name\nW-1,b@acme.com,One\n${filler}\nW-2,a@acme.com,Two\n`;
    expect(await expectCounts(table, [2_501, 1, 0, 0])).toEqual([]);
  });
});
