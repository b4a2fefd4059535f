import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { roleToken } from '../factories/tokens.js';
import { allWorkers, countsOf, importWorkers, WORKERS_TABLE } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

/** Several sets of rows. */
const PEOPLE = 2_500;

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

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
      `externalWorkerId,name\n${Array.from({ length: PEOPLE }, (_, index) => `W-${index},${name}`).join('\n')}`;
    expect(countsOf((await importWorkers(tenant, table('First'))).body)).toEqual([PEOPLE, 0, 0, 0]);
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
