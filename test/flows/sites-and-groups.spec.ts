import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { auditOf } from '../factories/audit.js';
import { asRole } from '../factories/tokens.js';
import { addWorker, changeWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { expectForbidden, expectStale, expectUnknown, refusal } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

type View = Schemas['SiteView'];
type Page = Schemas['SitePage'] & Schemas['GroupPage'];
const INVALID = refusal(422, 'invalid');

/** Adds a site or a group. @returns the response */
const post = (path: string, name: string) => tenant.admin<View>('POST', path, { name });

describe.each([
  { path: '/sites', prefix: 'site', kind: 'site', at: (name: string) => ({ site: name }) },
  { path: '/groups', prefix: 'grp', kind: 'group', at: (name: string) => ({ groups: [name] }) },
])('$path', ({ path, prefix, kind, at }) => {
  const create = async (name: string): Promise<View> => (await post(path, name)).body;
  const list = async (query: string): Promise<Page> => (await tenant.admin<Page>('GET', `${path}?${query}`)).body;

  it('are created, read, renamed and deleted', async () => {
    const created = await post(path, ' Site  A ');
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
    const patched = await tenant.admin('PATCH', `${path}/${id}`, { name: 'Site B' });
    expect(patched).toMatchObject({ status: 200, body: { id, name: 'Site B', version: 2 } });
    const put = await tenant.admin('PUT', `${path}/${id}`, { name: 'Site C' });
    expect(put).toMatchObject({ status: 200, body: { id, name: 'Site C', version: 3 } });
    expect(await tenant.admin('DELETE', `${path}/${id}`)).toMatchObject({ status: 204, body: null });
    expect((await tenant.admin('GET', `${path}/${id}`)).status).toBe(404);
  });

  it('are listed by name, page by page, with their number of active workers', async () => {
    for (const name of ['beta', 'Alpha', 'gamma 100%']) await create(name);
    await addWorker(tenant, { name: 'Ada', ...at('ALPHA') });
    await addWorker(tenant, { name: 'Ben', ...at('alpha') });
    await addWorker(tenant, { name: 'Cleo', active: false, ...at('alpha') });
    const { items, nextCursor } = await list('limit=2');
    expect(items.map(({ name, workers }) => `${name} ${workers}`)).toEqual(['Alpha 2', 'beta 0']);
    const rest = { items: [{ name: 'gamma 100%' }], nextCursor: null };
    expect(await list(`limit=2&cursor=${nextCursor}`)).toMatchObject(rest);
    for (const query of ['q=0%25', 'q=ALPH']) expect((await list(query)).items).toHaveLength(1);
  });

  const NAMES = ['', ' ', 1, 'x'.repeat(256), 'a\0'];
  it.each([{}, ...NAMES.map((name) => ({ name })), { name: 'a', id: '1' }])('are refused with %j', async (body) => {
    const { id } = await create('Old');
    expect(await tenant.admin('POST', path, body)).toMatchObject(INVALID);
    expect(await tenant.admin('PATCH', `${path}/${id}`, body)).toMatchObject(INVALID);
  });

  it.each([
    'limit=0',
    'cursor=x',
    `cursor=${Buffer.from('[7]').toString('base64url')}`,
    `cursor=${Buffer.from('["\\u0000"]').toString('base64url')}`,
    'q=%00',
    'x=1',
  ])('cannot be listed by %s', async (query) => {
    expect(await tenant.admin('GET', `${path}?${query}`)).toMatchObject(INVALID);
  });

  it('have unique names, whatever case and spaces', async () => {
    const { id } = await create('Site A');
    const other = await create('Site B');
    const taken = refusal(409, 'name_taken', { errors: [{ field: 'name' }] });
    expect(await post(path, ' SITE   a')).toMatchObject(taken);
    expect(await tenant.admin('PATCH', `${path}/${other.id}`, { name: 'site a' })).toMatchObject(taken);
    const own = await tenant.admin('PATCH', `${path}/${id}`, { name: 'SITE A' });
    expect(own).toMatchObject({ status: 200, body: { name: 'SITE A' } });
  });

  it('refuse to be renamed or deleted with a stale version', async () => {
    const { body, headers } = await post(path, 'One');
    expect(headers.get('etag')).toBe('"1"');
    const renamed = await tenant.admin('PATCH', `${path}/${body.id}`, { name: 'Two' }, { 'if-match': '"1"' });
    expect(renamed.headers.get('etag')).toBe('"2"');
    const name = 'Three';
    await expectStale(tenant, `${path}/${body.id}`, [['PATCH', { name }], ['PUT', { name }], ['DELETE']]);
    expect((await tenant.admin('DELETE', `${path}/${body.id}`, undefined, { 'if-match': '"2"' })).status).toBe(204);
  });

  it('cannot be deleted with active workers, and are removed from inactive ones', async () => {
    const { id } = await create('Site A');
    const worker = await addWorker(tenant, at('Site A'));
    const detail = expect.stringContaining('1 active worker is');
    expect(await tenant.admin('DELETE', `${path}/${id}`)).toMatchObject(refusal(409, 'still_used', { detail }));
    await changeWorker(tenant, worker.id, { active: false });
    expect((await tenant.admin('DELETE', `${path}/${id}`)).status).toBe(204);
    expect(await tenant.api.getWorker({ path: { id: worker.id } })).toMatchObject({ site: null, groups: [] });
  });

  it('are in the audit log', async () => {
    const { id } = await create('Old');
    await tenant.admin('PATCH', `${path}/${id}`, { name: 'New' });
    await tenant.admin('DELETE', `${path}/${id}`);
    const actor = 'token:first admin';
    expect(await auditOf(tenant, { subject: kind })).toEqual([
      { actor, action: `${kind}.created`, before: null, after: { name: 'Old' } },
      { actor, action: `${kind}.renamed`, before: { name: 'Old' }, after: { name: 'New' } },
      { actor, action: `${kind}.deleted`, before: { name: 'New' }, after: null },
    ]);
  });

  it('are read by viewers and written by admins', async () => {
    const { id } = await create('Site A');
    const author = await asRole(tenant, 'author');
    for (const read of [path, `${path}/${id}`]) expect((await author.admin('GET', read)).status).toBe(200);
    await expectForbidden(author, path, [['POST', { name: 'B' }]]);
    await expectForbidden(author, `${path}/${id}`, [['PATCH', { name: 'B' }], ['DELETE']]);
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
