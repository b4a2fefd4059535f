import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { addWorker } from '../factories/workers.js';
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
  await addWorker(tenant, { externalWorkerId: 'W-1', name: 'Ada', email: 'Ada@acme.com', learnerId: 'L-Ada' });
  await addWorker(tenant, { externalWorkerId: 'W-2', name: 'Ben', email: 'Ben@acme.com', learnerId: 'L-Ben' });
  published.length = 0;
});
afterAll(() => engine.close());

const year = (number: number): string => `${number}-06-30T00:00:00.000Z`;
/** Adds a credential, of Ada unless the body has another key, and returns the response. */
const post = (body: object, of = tenant) =>
  of.admin<Schemas['CredentialView'] & Partial<Schemas['Problem']>>('POST', '/credentials', {
    ...('email' in body || 'learnerId' in body ? {} : { externalWorkerId: 'W-1' }),
    ...body,
  });
const listed = async (query = '', of = tenant): Promise<string[]> =>
  (await of.admin<Schemas['CredentialPage']>('GET', `/credentials?${query}`)).body.items.map(
    ({ worker, name, expiresAt }) => `${worker.name} ${name} ${expiresAt?.slice(0, 4) ?? 'for ever'}`,
  );

describe('a credential', () => {
  it('is created, read, corrected and deleted', async () => {
    const created = await post({ email: 'ADA@acme.com', name: ' Forklift licence ', expiresAt: '2027-06-30' });
    expect(created).toMatchObject({
      status: 201,
      body: {
        id: expect.stringMatching(/^cred_[0-9a-z]{26}$/),
        name: 'Forklift licence',
        expiresAt: '2027-06-30',
        supersededAt: null,
        version: 1,
      },
    });
    expect(created.headers.get('etag')).toBe('"1"');
    expect(created.body.worker).toEqual({
      id: expect.stringMatching(/^wrk_/),
      name: 'Ada',
      externalWorkerId: 'W-1',
      email: 'ada@acme.com',
    });
    const path = `/credentials/${created.body.id}`;
    expect((await tenant.admin('GET', path)).body).toEqual(created.body);
    expect(await tenant.admin('PATCH', path, { expiresAt: '2028-06-30T02:00:00+02:00' })).toMatchObject({
      status: 200,
      body: { expiresAt: year(2028), name: 'Forklift licence', version: 2 },
    });
    expect(await tenant.admin('PUT', path, { name: 'Crane licence', expiresAt: null })).toMatchObject({
      status: 200,
      body: { expiresAt: null, name: 'Crane licence', version: 3, supersededAt: null },
    });
    const same = await tenant.admin('PUT', path, { name: 'Crane licence' });
    expect(same).toMatchObject({ status: 200, body: { version: 3 } });
    expect((await tenant.admin('DELETE', path)).status).toBe(204);
    expect((await tenant.admin('GET', path)).status).toBe(404);
    expect(published).toHaveLength(4);
    expect(new Set(published.flatMap(({ workerIds }) => workerIds)).size).toBe(1);
  });
});

describe('an import of credentials', () => {
  const table = `externalWorkerId,email,name,expiresAt\nW-1,,Forklift,2027-06-30\nW-1,,forklift,2024-06-30\n,BEN@acme.com,Forklift,${year(2025)}\nW-1,,Crane,\nW-9,x@acme.com,Forklift,2027-06-30\nW-2,,Rigging,tomorrow\n`;

  it('adds new ones, reports unknown workers by row, and changes nothing when it is repeated', async () => {
    const { body: preview } = await tenant.importRows('/credentials?dryRun=true', table);
    expect(preview).toMatchObject({ created: 4, failed: 2, dryRun: true });
    expect(await listed()).toEqual([]);
    published.length = 0;
    const errors = [
      { row: 6, field: 'externalWorkerId', message: 'names no worker' },
      { row: 6, field: 'email', message: 'names no worker' },
      { row: 7, field: 'expiresAt', message: expect.any(String) },
    ];
    expect(await tenant.importRows('/credentials', table)).toEqual({
      status: 200,
      body: { created: 4, updated: 0, unchanged: 0, failed: 2, dryRun: false, errors },
    });
    expect(await listed()).toEqual(['Ben Forklift 2025', 'Ada Forklift 2027', 'Ada Crane for ever']);
    expect(published).toHaveLength(1);
    expect(published[0]?.workerIds).toHaveLength(2);
    const { body: again } = await tenant.importRows('/credentials', table);
    expect(again).toMatchObject({ created: 0, unchanged: 4, failed: 2 });
  });
});
