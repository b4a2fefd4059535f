import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { roleToken } from '../factories/tokens.js';
import { allWorkers, countsOf, importWorkers, WORKERS_TABLE } from '../factories/workers.js';
import { directoryChanges } from '../harness/directory-changes.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
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

const lines = (...objects: unknown[]): string => objects.map((object) => JSON.stringify(object)).join('\n');

describe('a body of rows', () => {
  it.each([
    [
      'damaged UTF-8',
      Buffer.concat([Buffer.from('externalWorkerId,name\nW-1,René '), Buffer.from('\xe9\n', 'latin1')]),
    ],
    ['UTF-16', Buffer.from('\ufeffexternalWorkerId,name\nW-1,A\n', 'utf16le')],
    ['UTF-8 that is cut off', Buffer.from('externalWorkerId,name\nW-1,René').subarray(0, -1)],
  ])('is refused as %s, with a helpful error', async (_what, bytes) => {
    const { status, body } = await importWorkers(tenant, bytes);
    expect([status, body.code]).toEqual([422, 'invalid']);
    expect(body.errors).toMatchObject([{ field: 'body', message: expect.stringContaining('is not UTF-8') }]);
    expect(await allWorkers(tenant)).toEqual([]);
  });

  it('is refused if it is neither a table nor NDJSON, and by all other routes', async () => {
    expect(await importWorkers(tenant, '{}', '', 'application/json')).toMatchObject({
      status: 415,
      body: { code: 'unsupported_media_type' },
    });
    expect(await importWorkers(tenant, '<a/>', '', 'application/xml')).toMatchObject({
      status: 415,
      body: { code: 'unsupported_media_type' },
    });
    const elsewhere = await tenant.admin('POST', '/workers', { name: 'x' }, { 'content-type': 'text/csv' });
    expect(elsewhere).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
  });

  it('that is empty imports nothing', async () => {
    for (const body of ['', '\n\n', 'externalWorkerId,name\n'])
      expect((await importWorkers(tenant, body)).body).toMatchObject({ created: 0, failed: 0, errors: [] });
  });

  it('is accepted from admins only', async () => {
    const token = await roleToken(tenant, 'author');
    expect((await tenant.as(token).importRows('/workers', WORKERS_TABLE)).status).toBe(403);
    expect((await tenant.as('edt_wrong').importRows('/workers', WORKERS_TABLE)).status).toBe(401);
    expect(await allWorkers(tenant)).toEqual([]);
  });
});

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

describe('a large import', () => {
  it('reports the first five hundred invalid rows, and counts all', async () => {
    const { body } = await importWorkers(
      tenant,
      `externalWorkerId,name\n${Array.from({ length: 3_000 }, (_, index) => `W-${index},`).join('\n')}`,
    );
    expect([body.failed, body.errors.length, body.errors[0], body.errors[499]?.row]).toEqual([
      3_000,
      500,
      { row: 2, field: 'name', message: expect.any(String) },
      501,
    ]);
  });

  it('is atomic: a concurrent edit of the same people waits or comes first, and nothing is lost', async () => {
    const table = (name: string): string =>
      `externalWorkerId,name\n${Array.from({ length: 6_000 }, (_, index) => `W-${index},${name}`).join('\n')}`;
    expect(countsOf((await importWorkers(tenant, table('First'))).body)).toEqual([6_000, 0, 0, 0]);
    const [{ id } = { id: '' }] = await allWorkers(tenant);
    const [imported, edited, second] = await Promise.all([
      importWorkers(tenant, table('Second')),
      tenant.admin('PATCH', `/workers/${id}`, { role: 'Edited' }),
      importWorkers(tenant, table('Third')),
    ]);
    // The second is refused, unless the first was done before it began.
    expect([
      [200, 200],
      [200, 409],
      [409, 200],
    ]).toContainEqual([imported.status, second.status]);
    expect(edited.status).toBe(200);
    expect((await allWorkers(tenant))[0]).toMatchObject({
      role: 'Edited',
      name: expect.stringMatching(/Second|Third/),
    });
  });

  it('may arrive in pieces of any size', async () => {
    const bytes = Buffer.from(WORKERS_TABLE.replace('Ada Lovelace', 'Ada Łovelače 😀'));
    const pieces = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 3) controller.enqueue(bytes.subarray(at, at + 3));
        controller.close();
      },
    });
    expect(countsOf((await importWorkers(tenant, pieces)).body)).toEqual([3, 0, 0, 0]);
    expect((await allWorkers(tenant))[0]).toMatchObject({ name: 'Ada Łovelače 😀' });
  });
});
