import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { DirectoryChanges } from '#directory';
import { roleToken } from '../factories/tokens.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import { expectStale, expectUnknown } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: TestEngine;
let tenant: TestTenant;
let published: string[][];

beforeAll(async () => {
  engine = await startEngine({ worker: false });
  engine.app
    .get(DirectoryChanges, { strict: false })
    .subscribe((_tx, { siteKeys }) => Promise.resolve(void published.push([...siteKeys])));
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  published = [];
});
afterAll(() => engine.close());

const addWorker = async (fields: object): Promise<string> =>
  (await tenant.admin<Schemas['SiteView']>('POST', '/workers', { name: 'W', ...fields })).body.id;

describe.each([
  { path: '/sites', prefix: 'site', kind: 'site', at: (name: string) => ({ site: name }) },
  { path: '/groups', prefix: 'grp', kind: 'group', at: (name: string) => ({ groups: [name] }) },
])('$path', ({ path, prefix, kind, at }) => {
  const create = async (name: string): Promise<Schemas['SiteView']> =>
    (await tenant.admin<Schemas['SiteView']>('POST', path, { name })).body;

  it('are created, read, renamed and deleted', async () => {
    const created = await tenant.admin<Schemas['SiteView']>('POST', path, { name: ' Site  A ' });
    expect(created).toMatchObject({
      status: 201,
      body: {
        id: expect.stringMatching(new RegExp(`^${prefix}_[0-9a-z]{26}$`)),
        name: 'Site  A',
        workers: 0,
        version: 1,
        createdAt: expect.stringMatching(/Z$/),
      },
    });
    const { id } = created.body;
    expect((await tenant.admin('GET', `${path}/${id}`)).body).toEqual(created.body);
    expect(await tenant.admin('PATCH', `${path}/${id}`, { name: 'Site B' })).toMatchObject({
      status: 200,
      body: { id, name: 'Site B', version: 2 },
    });
    expect(await tenant.admin('PUT', `${path}/${id}`, { name: 'Site C' })).toMatchObject({
      status: 200,
      body: { id, name: 'Site C', version: 3 },
    });
    expect(await tenant.admin('DELETE', `${path}/${id}`)).toMatchObject({ status: 204, body: null });
    expect((await tenant.admin('GET', `${path}/${id}`)).status).toBe(404);
  });

  it('are listed by name, page by page, with their number of active workers', async () => {
    for (const name of ['beta', 'Alpha', 'gamma 100%']) await create(name);
    await addWorker({ externalWorkerId: '1', ...at('ALPHA') });
    await addWorker({ externalWorkerId: '2', ...at('alpha') });
    await addWorker({ externalWorkerId: '3', active: false, ...at('alpha') });
    const first = await tenant.admin<Schemas['SitePage'] & Schemas['GroupPage']>('GET', `${path}?limit=2`);
    expect(first.body.items).toMatchObject([
      { name: 'Alpha', workers: 2 },
      { name: 'beta', workers: 0 },
    ]);
    const second = await tenant.admin<Schemas['SitePage'] & Schemas['GroupPage']>(
      'GET',
      `${path}?limit=2&cursor=${first.body.nextCursor}`,
    );
    expect(second.body).toMatchObject({ items: [{ name: 'gamma 100%' }], nextCursor: null });
    expect(
      (await tenant.admin<Schemas['SitePage'] & Schemas['GroupPage']>('GET', `${path}?q=0%25`)).body.items,
    ).toHaveLength(1);
    expect(
      (await tenant.admin<Schemas['SitePage'] & Schemas['GroupPage']>('GET', `${path}?q=ALPH`)).body.items,
    ).toHaveLength(1);
  });

  it.each([
    {},
    { name: '' },
    { name: ' ' },
    { name: 1 },
    { name: 'x'.repeat(256) },
    { name: 'a\0' },
    { name: 'a', id: '1' },
  ])('are refused with %j', async (body) => {
    const { id } = await create('Old');
    expect(await tenant.admin('POST', path, body)).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(await tenant.admin('PATCH', `${path}/${id}`, body)).toMatchObject({
      status: 422,
      body: { code: 'invalid' },
    });
  });

  it.each([
    'limit=0',
    'cursor=x',
    `cursor=${Buffer.from('[7]').toString('base64url')}`,
    `cursor=${Buffer.from('["\\u0000"]').toString('base64url')}`,
    'q=%00',
    'x=1',
  ])('cannot be listed by %s', async (query) => {
    expect(await tenant.admin('GET', `${path}?${query}`)).toMatchObject({ status: 422, body: { code: 'invalid' } });
  });

  it('have unique names, whatever case and spaces', async () => {
    const { id } = await create('Site A');
    const other = await create('Site B');
    const taken = { status: 409, body: { code: 'name_taken', errors: [{ field: 'name' }] } };
    expect(await tenant.admin('POST', path, { name: ' SITE   a' })).toMatchObject(taken);
    expect(await tenant.admin('PATCH', `${path}/${other.id}`, { name: 'site a' })).toMatchObject(taken);
    expect(await tenant.admin('PATCH', `${path}/${id}`, { name: 'SITE A' })).toMatchObject({
      status: 200,
      body: { name: 'SITE A' },
    });
  });

  it('refuse to be renamed or deleted with a stale version', async () => {
    const { body, headers } = await tenant.admin<Schemas['SiteView']>('POST', path, { name: 'One' });
    expect(headers.get('etag')).toBe('"1"');
    const renamed = await tenant.admin('PATCH', `${path}/${body.id}`, { name: 'Two' }, { 'if-match': '"1"' });
    expect(renamed.headers.get('etag')).toBe('"2"');
    await expectStale(tenant, `${path}/${body.id}`, [
      ['PATCH', { name: 'Three' }],
      ['PUT', { name: 'Three' }],
    ]);
    expect(await tenant.admin('DELETE', `${path}/${body.id}`, undefined, { 'if-match': '"1"' })).toMatchObject({
      status: 412,
    });
    expect((await tenant.admin('DELETE', `${path}/${body.id}`, undefined, { 'if-match': '"2"' })).status).toBe(204);
  });

  it('cannot be deleted with active workers, and are removed from inactive ones', async () => {
    const { id } = await create('Site A');
    const worker = await addWorker({ externalWorkerId: '1', ...at('Site A') });
    expect(await tenant.admin('DELETE', `${path}/${id}`)).toMatchObject({
      status: 409,
      body: { code: 'still_used', detail: expect.stringContaining('1 active worker is') },
    });
    await tenant.admin('PATCH', `/workers/${worker}`, { active: false });
    expect((await tenant.admin('DELETE', `${path}/${id}`)).status).toBe(204);
    expect((await tenant.admin('GET', `/workers/${worker}`)).body).toMatchObject({ site: null, groups: [] });
  });

  it('are in the audit log', async () => {
    const { id } = await create('Old');
    await tenant.admin('PATCH', `${path}/${id}`, { name: 'New' });
    await tenant.admin('DELETE', `${path}/${id}`);
    const entries = await engine.database.query(
      'select action, before, after from audit_entry where tenant_id = $1 and subject_kind = $2 order by audit_entry.id',
      [tenant.id, kind],
    );
    expect(entries).toEqual([
      { action: `${kind}.created`, before: null, after: { name: 'Old' } },
      { action: `${kind}.renamed`, before: { name: 'Old' }, after: { name: 'New' } },
      { action: `${kind}.deleted`, before: { name: 'New' }, after: null },
    ]);
  });

  it('are read by viewers and written by admins', async () => {
    const { id } = await create('Site A');
    const token = await roleToken(tenant, 'author');
    const author = { authorization: `Bearer ${token}` };
    expect((await tenant.admin('GET', path, undefined, author)).status).toBe(200);
    expect((await tenant.admin('GET', `${path}/${id}`, undefined, author)).status).toBe(200);
    expect((await tenant.admin('POST', path, { name: 'B' }, author)).status).toBe(403);
    expect((await tenant.admin('PATCH', `${path}/${id}`, { name: 'B' }, author)).status).toBe(403);
    expect((await tenant.admin('DELETE', `${path}/${id}`, undefined, author)).status).toBe(403);
  });

  it('are visible in their own tenant only', async () => {
    const { id } = await create('Ours');
    const other = await engine.createTenant();
    expect((await other.admin('GET', path)).body).toEqual({ items: [], nextCursor: null });
    expect((await other.admin('POST', path, { name: 'Ours' })).status).toBe(201);
    for (const unknown of [id, `${prefix}_01jd00000000000000000000zz`, 'garbage', 'crs_01jd00000000000000000000zz']) {
      await expectUnknown(other, `${path}/${unknown}`, [['GET'], ['PATCH', { name: 'Theirs' }], ['DELETE']]);
    }
    expect((await tenant.admin('GET', `${path}/${id}`)).body).toMatchObject({ name: 'Ours' });
  });
});

describe('a site', () => {
  it('publishes its old and its new name', async () => {
    const { body } = await tenant.admin<Schemas['SiteView']>('POST', '/sites', { name: 'One' });
    await tenant.admin('PATCH', `/sites/${body.id}`, { name: 'Two' });
    await tenant.admin('PATCH', `/sites/${body.id}`, { name: 'TWO' });
    await tenant.admin('PATCH', `/sites/${body.id}`, { name: 'TWO' });
    await tenant.admin('DELETE', `/sites/${body.id}`);
    expect(published).toEqual([['one'], ['one', 'two'], ['two'], ['two']]);
  });

  it('cannot be deleted while a worker who had left comes back to it', async () => {
    const { body } = await tenant.admin<Schemas['SiteView']>('POST', '/sites', { name: 'North' });
    for (const externalWorkerId of ['A', 'B']) await addWorker({ externalWorkerId, site: 'North', active: false });
    const [first, second] = (await tenant.api.listWorkers()).items;
    await engine.database.inTransaction(async (tx) => {
      await tx.query('select from worker where tenant_id = $1 and external_worker_id = $2 for update', [
        tenant.id,
        first?.externalWorkerId,
      ]);
      const deleted = tenant.admin('DELETE', `/sites/${body.id}`);
      await eventuallyLocked(engine);
      expect((await tenant.admin('PATCH', `/workers/${second?.id}`, { active: true })).status).toBe(200);
      await tx.query('commit');
      expect(await deleted).toMatchObject({ status: 409, body: { code: 'still_used' } });
    });
  });

  it('cannot be deleted while a worker is added to it', async () => {
    for (let round = 0; round < 10; round++) {
      const { body } = await tenant.admin<Schemas['SiteView']>('POST', '/sites', { name: 'Race' });
      const [deleted, worker] = await Promise.all([
        tenant.admin('DELETE', `/sites/${body.id}`),
        addWorker({ externalWorkerId: `race-${round}`, site: 'Race' }),
      ]);
      expect([204, 409]).toContain(deleted.status);
      expect((await tenant.admin('GET', `/workers/${worker}`)).body).toMatchObject({ site: 'Race' });
      await tenant.admin('DELETE', `/workers/${worker}`);
      const sites = await tenant.admin<Schemas['SitePage'] & Schemas['GroupPage']>('GET', '/sites');
      for (const { id } of sites.body.items) await tenant.admin('DELETE', `/sites/${id}`);
    }
  });
});
