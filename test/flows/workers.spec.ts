import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { asRole } from '../factories/tokens.js';
import { JORDAN, addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { expectForbidden, expectUnknown, refusal, refusedFields } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

const KEYS = ['email', 'externalWorkerId', 'learnerId'];
const LONG = 'x'.repeat(256);
const INVALID_QUERIES = ['active=yes', 'limit=x', 'cursor=nonsense', 'cursor=WyJ4Il0', 'site=%00', 'name=x'];

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

const names = async (query: string): Promise<string[]> =>
  (await tenant.admin<Schemas['WorkerPage']>('GET', `/workers?${query}`)).body.items.map(({ name }) => name);

describe('workers that are created', () => {
  it('have all fields, with a new site and new groups', async () => {
    const { status, body, headers } = await tenant.admin<Schemas['WorkerView']>('POST', '/workers', JORDAN);
    expect(status).toBe(201);
    expect(body).toEqual({
      ...JORDAN,
      id: expect.stringMatching(/^wrk_[0-9a-z]{26}$/),
      email: 'jordan@acme.com',
      name: 'Jordan Blake',
      groups: ['Crew', 'Night'],
      version: 1,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      updatedAt: body.createdAt,
    });
    expect(headers.get('etag')).toBe('"1"');
    expect(await tenant.admin('GET', `/workers/${body.id}`)).toMatchObject({ status: 200, body });
    expect((await tenant.api.listSites()).items).toMatchObject([{ name: 'Site A', workers: 1 }]);
    expect((await tenant.api.listGroups()).items).toMatchObject([{ name: 'Crew' }, { name: 'Night' }]);
  });

  it.each(KEYS)('may have %s as their only key', async (key) => {
    const body = { name: 'W', [key]: 'w@acme.com', role: '' };
    const created = { ...body, role: null, site: null, groups: [], active: true };
    expect(await tenant.admin('POST', '/workers', body)).toMatchObject({ status: 201, body: created });
  });

  it('use the existing site and groups with the same name in another case or spacing', async () => {
    await addWorker(tenant, JORDAN);
    const other = await addWorker(tenant, { learnerId: 'L-2', site: ' SITE  a', groups: ['crew', 'CREW'] });
    expect(other).toMatchObject({ site: 'Site A', groups: ['Crew'] });
  });

  it.each<[string, object, string[]]>([
    ['no name', { name: undefined }, ['name']],
    ['a blank name', { name: ' ' }, ['name']],
    ['a long name', { name: 'x'.repeat(201) }, ['name']],
    ['a NUL', { name: 'a\0' }, ['name']],
    ['no key', { externalWorkerId: undefined }, ['externalWorkerId']],
    ['blank keys', { externalWorkerId: ' ', email: '', learnerId: null }, ['externalWorkerId']],
    ['keys that are no text', { externalWorkerId: 1, email: 2, learnerId: 3 }, KEYS],
    ['long keys', { externalWorkerId: LONG, learnerId: LONG }, ['externalWorkerId', 'learnerId']],
    ['an e-mail address that is none', { email: 'jordan' }, ['email']],
    ['a long site and role', { site: LONG, role: 'x'.repeat(201) }, ['role', 'site']],
    ['groups that are no list', { groups: 'Crew' }, ['groups']],
    ['groups that are no texts', { groups: [1] }, ['groups']],
    ['a blank group', { groups: [' '] }, ['groups']],
    ['51 groups', { groups: Array.from({ length: 51 }, (_, index) => `g${index}`) }, ['groups']],
    ['active that is no boolean', { active: 'yes' }, ['active']],
    ['unknown fields', { id: '1', version: 2 }, ['id', 'version']],
  ])('are refused with %s', async (_what, body, fields) => {
    const sent = { name: 'W', externalWorkerId: 'W-1', ...body };
    expect(refusedFields(await tenant.admin('POST', '/workers', sent))).toEqual(fields);
  });

  it.each([{ externalWorkerId: 'W-1' }, { email: 'JORDAN@acme.com' }, { learnerId: 'L-1' }])(
    'are refused with the key %j of another one',
    async (key) => {
      await addWorker(tenant, JORDAN);
      const errors = [{ field: Object.keys(key)[0], message: 'belongs to another worker' }];
      const taken = refusal(409, 'key_taken', { errors });
      expect(await tenant.admin('POST', '/workers', { name: 'W', ...key })).toMatchObject(taken);
      const other = await addWorker(tenant, { name: 'W', externalWorkerId: 'W-2' });
      expect(await tenant.admin('PATCH', `/workers/${other.id}`, key)).toMatchObject(taken);
      expect(await names('')).toEqual(['Jordan Blake', 'W']);
    },
  );

  it('are unique if two requests arrive at once', async () => {
    const body = { name: 'W', email: 'same@acme.com', site: 'New', groups: ['New'] };
    const answers = await Promise.all(Array.from({ length: 8 }, () => tenant.admin('POST', '/workers', body)));
    expect([201, 409].map((wanted) => answers.filter(({ status }) => status === wanted).length)).toEqual([1, 7]);
  });
});

describe('workers in a list', () => {
  it('are sorted oldest first, page by page', async () => {
    for (const name of ['one', 'two', 'three']) await addWorker(tenant, { name, externalWorkerId: name });
    const { items, nextCursor } = await tenant.api.listWorkers({ query: { limit: 2 } });
    expect(items.map(({ name }) => name)).toEqual(['one', 'two']);
    const second = await tenant.api.listWorkers({ query: { limit: 2, cursor: nextCursor ?? '' } });
    expect(second).toMatchObject({ items: [{ name: 'three' }], nextCursor: null });
  });

  it('are filtered by site, group, whether active, and part of a name or key', async () => {
    await addWorker(tenant, JORDAN);
    await addWorker(tenant, { name: 'Kim 50%', email: 'kim@other.org', site: 'Site B', groups: ['Crew'] });
    await addWorker(tenant, { name: 'Left', externalWorkerId: 'X-9', site: 'Site A', active: false });
    expect(await names('site=site%20A')).toEqual(['Jordan Blake', 'Left']);
    expect(await names('site=Site%20A&active=true')).toEqual(['Jordan Blake']);
    expect(await names('active=false')).toEqual(['Left']);
    expect(await names('group=CREW')).toEqual(['Jordan Blake', 'Kim 50%']);
    expect(await names('group=night')).toEqual(['Jordan Blake']);
    expect(await names('q=BLAKE')).toEqual(['Jordan Blake']);
    expect(await names('q=other.org')).toEqual(['Kim 50%']);
    expect(await names('q=x-9')).toEqual(['Left']);
    expect(await names('q=%25')).toEqual(['Kim 50%']);
    expect(await names('site=nowhere')).toEqual([]);
  });

  it.each(INVALID_QUERIES)('cannot be filtered by %s', async (query) => {
    expect(await tenant.admin('GET', `/workers?${query}`)).toMatchObject(refusal(422, 'invalid'));
  });
});

describe('workers', () => {
  it('are read by viewers and written by admins', async () => {
    const { id } = await addWorker(tenant, JORDAN);
    const author = await asRole(tenant, 'author');
    for (const read of ['', `/${id}`]) expect((await author.admin('GET', `/workers${read}`)).status).toBe(200);
    await expectForbidden(author, '/workers', [['POST', JORDAN]]);
    await expectForbidden(author, `/workers/${id}`, [['PATCH', {}], ['PUT', {}], ['DELETE']]);
  });

  it('are visible in their own tenant only', async () => {
    const { id } = await addWorker(tenant, JORDAN);
    const other = await engine.createTenant();
    expect((await other.admin('GET', '/workers')).body).toEqual({ items: [], nextCursor: null });
    expect((await other.admin('GET', '/workers?site=Site%20A')).body).toEqual({ items: [], nextCursor: null });
    const name = { name: 'Theirs' };
    for (const unknown of [id, 'wrk_01jd00000000000000000000zz', 'garbage', 'crs_01jd00000000000000000000zz'])
      await expectUnknown(other, `/workers/${unknown}`, [['GET'], ['PATCH', name], ['PUT', name], ['DELETE']]);
    expect(await other.admin('POST', '/workers', JORDAN)).toMatchObject({ status: 201, body: { site: 'Site A' } });
    expect((await tenant.admin('GET', `/workers/${id}`)).body).toMatchObject({ name: 'Jordan Blake', version: 1 });
  });
});
