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

const lines = (...objects: unknown[]): string => objects.map((object) => JSON.stringify(object)).join('\n');

describe('workers from NDJSON', () => {
  const type = 'application/x-ndjson';

  it('are created, changed and reported', async () => {
    await importWorkers(
      tenant,
      lines(
        { externalWorkerId: 'W-1', name: 'Ada', site: 'Site A', groups: ['Crew'], active: true },
        { email: 'ben@acme.com', name: 'Ben' },
      ),
      '',
      type,
    );
    const { body } = await importWorkers(
      tenant,
      `${lines({ externalWorkerId: 'W-1', site: null, groups: 'Day|Night' }, { email: 'ben@acme.com', name: 'Ben' })}\n\n${lines(7, { externalWorkerId: 'W-3' }, { externalWorkerId: 4, name: 'x' }, { externalWorkerId: 'W-5', name: 'E', salary: 1 }, { externalWorkerId: 'W-6', name: 'F', active: 'yes' })}\n{"a`,
      '',
      type,
    );
    expect(countsOf(body)).toEqual([1, 1, 1, 5]);
    expect(body.errors.map(({ row, field }) => [row, field])).toEqual([
      [4, 'row'],
      [5, 'name'],
      [6, 'externalWorkerId'],
      [7, 'salary'],
      [9, 'row'],
    ]);
    expect(await allWorkers(tenant)).toMatchObject([
      { name: 'Ada', site: null, groups: ['Day', 'Night'] },
      { name: 'Ben' },
      { name: 'F', active: true },
    ]);
  });

  it('may have other field names, with a mapping', async () => {
    const { body } = await importWorkers(
      tenant,
      lines({ id: 'W-1', who: 'Ada\u2028L.', salary: 1 }),
      '?mapping=id:externalWorkerId,who:name',
      type,
    );
    expect(countsOf(body)).toEqual([1, 0, 0, 0]);
    expect(await allWorkers(tenant)).toMatchObject([{ externalWorkerId: 'W-1', name: 'Ada\u2028L.' }]);
  });
});
