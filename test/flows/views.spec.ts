import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { asRole } from '../factories/tokens.js';
import { consoleUser, loggedIn } from '../factories/users.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

type View = Schemas['ViewView'];

let engine: SharedEngine;
let admin: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  admin = await engine.createTenant();
});

const save = (as: TestTenant, body: object = {}) =>
  as.admin<View & Schemas['Problem']>('POST', '/views', {
    name: 'Urgent',
    page: 'needs',
    query: 'severity=4',
    ...body,
  });
const namesFor = async (as: TestTenant, query = ''): Promise<string[]> =>
  (await as.admin<{ items: View[] }>('GET', `/views?${query}`)).body.items.map(({ name }) => name);

describe('a saved view', () => {
  it('is found by its list and its name, and has the query as it stands in a URL', async () => {
    const { status, body } = await save(admin, { query: '?severity=4&site=North%20Yard' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ page: 'needs', query: 'severity=4&site=North%20Yard', shared: false, own: true });
    await save(admin, { name: 'all', query: '' });
    await save(admin, { name: 'Urgent', page: 'readiness' });
    expect(await namesFor(admin, 'page=needs')).toEqual(['all', 'Urgent']);
    const first = await admin.admin<{ nextCursor: string }>('GET', '/views?limit=2');
    expect(await namesFor(admin, `limit=2&cursor=${first.body.nextCursor}`)).toHaveLength(1);
  });

  it('is seen by its owner, and by everyone once it is shared', async () => {
    const viewer = await asRole(admin, 'viewer');
    const { body } = await save(admin);
    expect(await namesFor(viewer)).toEqual([]);
    expect((await viewer.admin('GET', `/views/${body.id}`)).status).toBe(404);
    await admin.admin('PATCH', `/views/${body.id}`, { shared: true });
    expect((await viewer.admin<View>('GET', `/views/${body.id}`)).body).toMatchObject({ shared: true, own: false });
    expect((await viewer.admin('PATCH', `/views/${body.id}`, { name: 'Mine' })).status).toBe(403);
    expect((await viewer.admin('DELETE', `/views/${body.id}`)).status).toBe(403);
  });

  it('of a viewer is their own, and shared by authors only', async () => {
    const viewer = await asRole(admin, 'viewer');
    expect((await save(viewer, { shared: true })).status).toBe(403);
    const { body } = await save(viewer);
    expect((await viewer.admin('PATCH', `/views/${body.id}`, { shared: true })).status).toBe(403);
    expect((await viewer.admin('PATCH', `/views/${body.id}`, { name: 'Worst' })).body).toMatchObject({ name: 'Worst' });
    const author = await asRole(admin, 'author');
    const shared = await save(author, { shared: true });
    expect((await admin.admin('DELETE', `/views/${shared.body.id}`)).status).toBe(204);
  });

  it('changes only as the version that was read, and the audit log has what changed', async () => {
    const { body, headers } = await save(admin);
    const etag = headers.get('etag') ?? '';
    const changed = await admin.admin<View>(
      'PATCH',
      `/views/${body.id}`,
      { query: 'severity=3' },
      { 'if-match': etag },
    );
    expect(changed.body).toMatchObject({ query: 'severity=3', version: 2 });
    expect((await admin.admin('DELETE', `/views/${body.id}`, undefined, { 'if-match': etag })).status).toBe(412);
    expect((await admin.admin('DELETE', `/views/${body.id}`)).status).toBe(204);
    const { items } = (await admin.admin<Schemas['AuditPage']>('GET', `/audit?subject=${body.id}`)).body;
    expect(items.map(({ action, before, after }) => [action, before, after])).toEqual([
      ['view.deleted', expect.objectContaining({ query: 'severity=3' }), null],
      ['view.changed', { query: 'severity=4' }, { query: 'severity=3' }],
      ['view.created', null, { name: 'Urgent', page: 'needs', query: 'severity=4', shared: false }],
    ]);
  });

  it.each<[string, object, number, string]>([
    ['the name of another one', { name: ' URGENT' }, 409, 'name'],
    ['a blank name', { name: ' ' }, 422, 'name'],
    ['an unknown list', { page: 'everything' }, 422, 'page'],
    ['a query that is too long', { query: 'q'.repeat(2_001) }, 422, 'query'],
    ['no query', { query: null }, 422, 'query'],
    ['no answer to whether it is shared', { shared: null }, 422, 'shared'],
  ])('is not saved with %s', async (_what, body, status, field) => {
    await save(admin);
    const refused = await save(admin, { name: 'x', ...body });
    expect([refused.status, new Set(refused.body.errors?.map((error) => error.field))]).toEqual([
      status,
      new Set([field]),
    ]);
    expect(await namesFor(admin)).toEqual(['Urgent']);
  });

  it('remains when its owner is deleted if it is shared', async () => {
    const { id, email } = await consoleUser(admin, { email: 'ada@acme.example', role: 'author' });
    const owner = await loggedIn(admin, email);
    for (const [name, shared] of [
      ['Ours', true],
      ['Mine', false],
    ] as const)
      expect((await owner.call('POST', '/admin/views', { name, page: 'needs', query: '', shared })).status).toBe(201);
    expect((await admin.admin('DELETE', `/users/${id}`)).status).toBe(204);
    expect(await namesFor(admin)).toEqual(['Ours']);
    const stored = 'select name from saved_view where tenant_id = $1';
    expect(await engine.database.query(stored, [admin.id])).toEqual([{ name: 'Ours' }]);
  });

  it('may be one of a hundred', async () => {
    await engine.database
      .query(`insert into saved_view (tenant_id, id, name, name_key, page, query, shared, owner_id, created_by)
      select token.tenant_id, gen_random_uuid(), n::text, n::text, 'needs', '', false, token.id, 'x'
      from api_token token join tenant on tenant.id = token.tenant_id, generate_series(1, 99) n
      where slug = '${admin.slug}'`);
    const both = await Promise.all([save(admin), save(admin, { name: 'Another' })]);
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('too_many_views');
  });
});
