import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WORKERS_TABLE, allWorkers, countsOf, importWorkers } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

/** Imports workers. @param counts created, updated, unchanged, failed @returns the errors of rows */
async function expectCounts(table: string, counts: number[]) {
  const { status, body } = await importWorkers(tenant, table);
  expect([status, ...countsOf(body)]).toEqual([200, ...counts]);
  return body.errors;
}

/** The places of errors, as `3 name`: the row and the field. */
const placesOf = (errors: ReadonlyArray<{ row: number; field: string }>): string[] =>
  errors.map(({ row, field }) => `${row} ${field}`);

describe('rows of a table of workers', () => {
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

  it('may pass a key to a worker in a later set of rows', async () => {
    await importWorkers(tenant, 'externalWorkerId,email,name\nW-1,a@acme.com,One\n');
    const filler = Array.from({ length: 2_500 }, (_, index) => `F-${index},,Filler`).join('\n');
    const table = `externalWorkerId,email,name\nW-1,b@acme.com,One\n${filler}\nW-2,a@acme.com,Two\n`;
    expect(await expectCounts(table, [2_501, 1, 0, 0])).toEqual([]);
  });
});
