import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';
import type { TestTenant } from '../harness/tenant.js';

interface ImportResponse {
  readonly status: number;
  readonly created: number;
  readonly failed: number;
  readonly errors: ReadonlyArray<{ row: number; field: string; message: string }>;
  /** Characters of the whole answer. */
  readonly size: number;
}

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

const send = async (
  body: string,
  { type = 'application/x-ndjson', path = 'workers', query = '' } = {},
): Promise<ImportResponse> => {
  const headers = { authorization: `Bearer ${tenant.adminToken}`, 'content-type': type };
  const response = await httpCall('POST', `${engine.url}/engine/v1/admin/${path}/import${query}`, { headers, body });
  const text = await response.text();
  return { ...(JSON.parse(text) as ImportResponse), status: response.status, size: text.length };
};
const GOOD = JSON.stringify({ externalWorkerId: 'W-1', name: 'Ada' });
const many = (count: number): Record<string, unknown> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 1]));

describe('a line of JSON', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'is refused if a field is named %s, and the others are written',
    async (field) => {
      for (const path of ['credentials', 'onboarding'])
        expect(await send(`{"externalWorkerId":"W-1","name":"Ada","${field}":"x"}`, { path })).toMatchObject({
          status: 200,
          failed: 1,
        });
      const { created, failed, errors } = await send(`${GOOD}\n{"externalWorkerId":"W-2","name":"Ben","${field}":"x"}`);
      expect([created, failed]).toEqual([1, 1]);
      expect(errors).toEqual([
        { row: 2, field, message: expect.stringMatching(/^is not a field: they are externalWorkerId, /) },
      ]);
    },
  );

  it.each<[string, string, string]>([
    ['fields of thousands', JSON.stringify(many(4_000)), 'row'],
    ['a depth of thousands', `{"externalWorkerId":"W-2","name":${'['.repeat(30_000)}${']'.repeat(30_000)}}`, 'name'],
    [
      'thousands of groups',
      JSON.stringify({ externalWorkerId: 'W-2', name: 'Ben', groups: Array.from({ length: 10_000 }, () => 'a') }),
      'groups',
    ],
    ['a text of 60 KB', JSON.stringify({ externalWorkerId: 'W-2', name: 'x'.repeat(60_000) }), 'name'],
    ['an object for a value', JSON.stringify({ externalWorkerId: 'W-2', name: many(1_000) }), 'name'],
  ])('is refused for %s, with one error that names the limit', async (_what, line, field) => {
    const { status, created, failed, errors } = await send(`${line}\n${GOOD}`);
    expect([status, created, failed]).toEqual([200, 1, 1]);
    expect(errors).toEqual([{ row: 1, field, message: expect.any(String) }]);
  });

  it('has a short error, however long its names are', async () => {
    const { failed, errors, size } = await send(
      Array.from({ length: 50 }, () => `{"${'x'.repeat(60_000)}":1}`).join('\n'),
    );
    expect(failed).toBe(50);
    expect(errors[0]?.field).toBe(`${'x'.repeat(100)}…`);
    expect(size).toBeLessThan(50_000);
  });

  it('has at most 64 KiB, anywhere in the body', async () => {
    for (const body of [`{"name":"${'x'.repeat(70_000)}"}\n${GOOD}`, `${GOOD}\n{"name":"${'x'.repeat(200_000)}"}\n`]) {
      expect(await send(body)).toMatchObject({
        status: 422,
        errors: [{ field: 'body', message: expect.stringMatching(/^line [12] is longer than 64 KiB$/) }],
      });
    }
  });
});

describe('a table', () => {
  const type = 'text/csv';

  it('has at most five hundred columns, and a short error if there are more', async () => {
    const columns = (count: number): string[] => Array.from({ length: count }, (_, index) => `Column ${index}`);
    expect(await send(`${columns(5_000).join(',')}\n`, { type })).toMatchObject({
      status: 422,
      errors: [{ field: 'header', message: 'has 5000 columns, at most 500 are read' }],
    });
    const { status, errors, size } = await send(`${columns(400).join(',')}\n`, { type });
    expect([status, errors.length]).toEqual([422, 21]);
    expect(size).toBeLessThan(10_000);
    const wide = [...columns(498), 'externalWorkerId', 'name'];
    expect(
      await send(`${wide.join(',')}\n${wide.map((name) => (name === 'name' ? 'Ada' : 'W-1')).join(',')}\n`, {
        type,
        query: '?mapping=name:name',
      }),
    ).toMatchObject({ created: 1, failed: 0 });
  });

  it('is imported without a row with tens of thousands of cells', async () => {
    expect(await send(`externalWorkerId,name\n${','.repeat(60_000)}x\nW-1,Ada\n`, { type })).toMatchObject({
      created: 1,
      failed: 1,
      errors: [{ row: 2, field: 'row', message: 'has 60001 cells where the header has 2' }],
    });
  });

  it('is imported without a row whose cell names thousands of groups', async () => {
    expect(
      await send(`externalWorkerId,name,groups\nW-2,Ben,${'a;'.repeat(20_000)}\nW-1,Ada,Crew\n`, { type }),
    ).toMatchObject({
      created: 1,
      failed: 1,
      errors: [{ row: 2, field: 'groups', message: 'must have at most 200 values' }],
    });
  });
});
