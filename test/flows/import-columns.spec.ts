import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { allWorkers, countsOf, importWorkers } from '../factories/workers.js';
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

describe('the columns of a table', () => {
  it.each([
    '{"Employee ID":"externalWorkerId","Full name":"name"}',
    '{"externalWorkerId":"employee_id","name":"Full name"}',
    'Employee ID:externalWorkerId, Full name:name',
    'externalWorkerId=Employee ID,name=Full name',
  ])('are mapped by %s, and others are ignored', async (mapping) => {
    const { body } = await importWorkers(
      tenant,
      'Employee ID,Full name,Salary,site\nW-1,Ada,1,Site A\n',
      `?mapping=${encodeURIComponent(mapping)}`,
    );
    expect(countsOf(body)).toEqual([1, 0, 0, 0]);
    expect(await allWorkers(tenant)).toMatchObject([{ externalWorkerId: 'W-1', name: 'Ada', site: 'Site A' }]);
  });

  it.each([
    ['', 5],
    ['sep=;\n', 5],
  ])('name the row that cannot be read, as a spreadsheet numbers it: %j', async (first, row) => {
    const { body } = await importWorkers(tenant, `${first}externalWorkerId;name\nW-1;A\n\nW-2;B\nW-3;"x"y\nW-4;C`);
    expect(body.errors).toEqual([
      { field: 'body', message: `row ${row} cannot be read: text follows a closing quote` },
    ]);
  });

  it.each([
    ['one that is no field, without a mapping', 'externalWorkerId,name,Salary\nW-1,A,1', '', ['Salary']],
    ['a field in two columns', 'externalWorkerId,name,Name\nW-1,A,B', '', ['name']],
    ['a mapped column that is not there', 'externalWorkerId,name\nW-1,A', '?mapping=Mail:email', ['mapping']],
    ['a mapping to no field', 'externalWorkerId,name\nW-1,A', '?mapping=Mail:e-mail', ['mapping']],
    ['a mapping that cannot be read', 'externalWorkerId,name\nW-1,A', '?mapping={', ['mapping']],
    ['a mapping of half a pair', 'externalWorkerId,name\nW-1,A', '?mapping=Mail', ['mapping']],
    ['quotes that do not close', 'externalWorkerId,name\nW-0,Ok\nW-1,"A', '', ['body']],
    ['a row without an end', `externalWorkerId,name\nW-1,"${'x'.repeat(70_000)}"`, '', ['body']],
    ['an unknown option', 'externalWorkerId,name\nW-1,A', '?dryrun=true', ['dryrun']],
    ['an option that is neither yes nor no', 'externalWorkerId,name\nW-1,A', '?dryRun=maybe', ['dryRun']],
  ])('refuse the whole import for %s', async (_what, table, query, fields) => {
    const { status, body } = await importWorkers(tenant, table, query);
    expect([status, body.code, body.errors.map(({ field }) => field)]).toEqual([422, 'invalid', fields]);
    expect(await allWorkers(tenant)).toEqual([]);
  });
});
