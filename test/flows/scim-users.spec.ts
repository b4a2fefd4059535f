import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { CORE, ENTERPRISE, READINESS, scimOf } from '../harness/scim.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: TestEngine;
let tenant: TestTenant;
let token: string;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  token = tenant.adminToken;
});
afterAll(() => engine.close());

const scim = {
  call: (...given: Parameters<ReturnType<typeof scimOf>['call']>) => scimOf(engine, () => token).call(...given),
  patch: (path: string, ...operations: object[]) => scimOf(engine, () => token).patch(path, ...operations),
};
const find = async (filter: string): Promise<unknown[]> =>
  (await scimOf(engine, () => token).find('/Users', filter)).map((user) => user['userName']);
const workers = async (): Promise<Array<Record<string, unknown>>> =>
  (await tenant.admin<{ items: Array<Record<string, unknown>> }>('GET', '/workers?limit=200')).body.items;

/** As Okta sends it. */
const ADA = {
  schemas: [CORE, ENTERPRISE],
  userName: 'Ada@acme.com',
  externalId: '00u1',
  active: true,
  displayName: 'Ada Lovelace',
  name: { givenName: 'Ada', familyName: 'Lovelace' },
  emails: [
    { primary: true, value: 'ada@acme.com', type: 'work' },
    { value: 'ada@home.example', type: 'home' },
  ],
  title: 'Engineer',
  locale: 'en-US',
  groups: [],
  password: 'x',
  phoneNumbers: [{ value: '1' }],
  [ENTERPRISE]: { employeeNumber: 'W-1', department: 'Research', manager: { value: '7' } },
};
const add = async (user: object = ADA): Promise<string> => (await scim.call('POST', '/Users', user)).body.id;

describe('a user', () => {
  it('becomes a worker, and is shown as it was sent', async () => {
    const { status, type, location, body } = await scim.call('POST', '/Users', ADA);
    expect([status, type?.split(';')[0], location]).toEqual([
      201,
      'application/scim+json',
      `${engine.url}/engine/scim/v2/Users/${body.id}`,
    ]);
    expect(body).toEqual({
      schemas: [CORE, ENTERPRISE],
      id: expect.stringMatching(/^wrk_/),
      externalId: '00u1',
      userName: 'Ada@acme.com',
      displayName: 'Ada Lovelace',
      name: { givenName: 'Ada', familyName: 'Lovelace' },
      active: true,
      title: 'Engineer',
      emails: [{ value: 'ada@acme.com', type: 'work', primary: true }],
      [ENTERPRISE]: { employeeNumber: 'W-1', department: 'Research' },
      meta: { resourceType: 'User', created: expect.any(String), lastModified: expect.any(String), location },
    });
    expect((await scim.call('GET', `/Users/${body.id}`)).body).toEqual(body);
    expect(await workers()).toMatchObject([
      {
        id: body.id,
        externalWorkerId: 'W-1',
        email: 'ada@acme.com',
        name: 'Ada Lovelace',
        role: 'Engineer',
        active: true,
      },
    ]);
  });

  it('requires only a userName', async () => {
    expect((await scim.call('POST', '/Users', { schemas: [CORE], userName: 'ben@acme.com' })).status).toBe(201);
    expect((await scim.call('POST', '/Users', { schemas: [CORE], userName: 'cem', externalId: 'x-3' })).status).toBe(
      201,
    );
    expect(await workers()).toMatchObject([
      { name: 'ben@acme.com', email: 'ben@acme.com', externalWorkerId: null },
      { name: 'cem', email: null, externalWorkerId: 'x-3' },
    ]);
  });

  it('is unique: another one with the same name or a key is refused', async () => {
    await add();
    for (const user of [ADA, { ...ADA, userName: 'ADA@acme.com' }, { ...ADA, userName: 'other' }]) {
      expect(await scim.call('POST', '/Users', user)).toMatchObject({
        status: 409,
        body: { scimType: 'uniqueness', status: '409', schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'] },
      });
    }
    const other = await add({ userName: 'ben@acme.com' });
    expect(
      await scim.patch(`/Users/${other}`, { op: 'replace', path: 'userName', value: 'ada@ACME.com' }),
    ).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } });
    expect(
      await scim.patch(`/Users/${other}`, {
        op: 'replace',
        path: 'emails[type eq "work"].value',
        value: 'ada@acme.com',
      }),
    ).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } });
  });

  it('becomes an imported worker, who keeps its keys', async () => {
    const { body: imported } = await tenant.admin<{ id: string }>('POST', '/workers', {
      name: 'Ada',
      email: 'ada@acme.com',
      externalWorkerId: 'HR-9',
      role: 'Rigger',
      site: 'Site A',
    });
    expect(await find('userName eq "ADA@acme.com"')).toEqual(['ada@acme.com']);
    const { status, body } = await scim.call('POST', '/Users', {
      userName: 'ada.l',
      externalId: '00u1',
      displayName: 'Ada Lovelace',
      emails: [{ value: 'ada@acme.com' }],
    });
    expect([status, body.id]).toEqual([201, imported.id]);
    expect(await workers()).toMatchObject([
      { externalWorkerId: 'HR-9', name: 'Ada Lovelace', role: 'Rigger', site: 'Site A' },
    ]);
    expect(await find('externalId eq "00u1"')).toEqual(['ada.l']);
    expect(await find('externalId eq "HR-9"')).toEqual([]);
  });

  it('is replaced by PUT: omitted attributes are cleared if they were sent before', async () => {
    const id = await add();
    await tenant.admin('PATCH', `/workers/${id}`, { site: 'Site A', name: 'A. Lovelace' });
    const { status, body } = await scim.call('PUT', `/Users/${id}`, {
      schemas: [CORE],
      id,
      userName: 'ada@acme.com',
      externalId: '00u1',
      displayName: 'Ada King',
      active: true,
      emails: [{ value: 'ada@acme.com' }],
    });
    expect([status, body['displayName'], body['title']]).toEqual([200, 'Ada King', undefined]);
    expect(await workers()).toMatchObject([{ name: 'Ada King', role: null, site: 'Site A', externalWorkerId: '00u1' }]);
  });

  it('leaves with active false, returns with true, and is unknown to its provider when deleted', async () => {
    const id = await add();
    await scim.call('PUT', `/Users/${id}`, { ...ADA, active: false });
    expect(await workers()).toMatchObject([{ active: false }]);
    expect((await scim.patch(`/Users/${id}`, { op: 'replace', value: { active: true } })).body['active']).toBe(true);
    expect(await scim.call('DELETE', `/Users/${id}`)).toMatchObject({ status: 204, body: null });
    expect(await workers()).toMatchObject([{ id, active: false }]);
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await scim.call(method, `/Users/${id}`, method === 'PUT' ? ADA : undefined)).status).toBe(404);
    expect((await scim.call('GET', '/Users')).body.totalResults).toBe(0);
    expect(await add()).toBe(id);
    expect(await workers()).toMatchObject([{ id, active: true }]);
  });

  it('is in the audit log, without attributes that only the provider uses', async () => {
    const id = await add();
    await scim.patch(`/Users/${id}`, { op: 'replace', path: 'title', value: 'Chief' });
    await scim.patch(`/Users/${id}`, { op: 'replace', path: 'name.givenName', value: 'Augusta' });
    const { body } = await tenant.admin<{ items: Array<{ action: string; after: object }> }>(
      'GET',
      `/audit?subject=${id}`,
    );
    expect(body.items.map(({ action, after }) => [action, Object.keys(after).length])).toEqual([
      ['worker.changed', 1],
      ['worker.provisioned', 2],
      ['worker.created', 8],
    ]);
  });
});

describe('a PATCH', () => {
  const one = (path: string, value?: unknown, op = 'Replace'): object => ({
    op,
    path,
    ...(value === undefined ? {} : { value }),
  });

  it.each<[string, object[], object]>([
    ['a flag in words, as Entra ID sends it', [one('active', 'False')], { active: false }],
    ['a flag in words, without a path', [{ op: 'Replace', value: { active: 'False' } }], { active: false }],
    [
      'several attributes at once, as Okta sends it',
      [{ op: 'replace', value: { active: false, displayName: 'Ada King', id: 'x' } }],
      { active: false, name: 'Ada King' },
    ],
    [
      'paths in the names of a value',
      [{ op: 'add', value: { title: 'Chief', [`${ENTERPRISE}:employeeNumber`]: 'W-2', 'name.givenName': 'A' } }],
      { role: 'Chief', externalWorkerId: 'W-2' },
    ],
    [
      'one of several values by a filter',
      [one('emails[type eq "work"].value', 'new@acme.com')],
      { email: 'new@acme.com' },
    ],
    [
      'a path with its schema',
      [one(`${READINESS}:site`, 'Site B', 'Add'), one(`${CORE}:title`, 'Chief')],
      { site: 'Site B', role: 'Chief' },
    ],
    [
      'an extension as a whole',
      [{ op: 'add', value: { [READINESS]: { site: 'Site B', learnerId: 'L-1' } } }],
      { site: 'Site B', learnerId: 'L-1' },
    ],
    [
      'a removal',
      [one('title', undefined, 'remove'), one('emails', undefined, 'Remove')],
      { role: null, email: 'ada@acme.com' },
    ],
    [
      'what is not kept',
      [
        one('phoneNumbers[type eq "work"].value', '7', 'Add'),
        one(`${ENTERPRISE}:manager`, '9'),
        one('addresses[type eq "work"].locality', 'x'),
        one('title', 'Chief'),
      ],
      { role: 'Chief' },
    ],
    [
      'what was removed and added again',
      [one('emails', undefined, 'remove'), one('emails[type eq "work"].value', 'b@acme.com', 'Add')],
      { email: 'b@acme.com' },
    ],
  ])('applies %s', async (_what, operations, worker) => {
    const id = await add();
    expect((await scim.patch(`/Users/${id}`, ...operations)).status).toBe(200);
    expect(await workers()).toMatchObject([worker]);
  });

  it('keeps fields that admins have changed and it does not name', async () => {
    const id = await add();
    await tenant.admin('PATCH', `/workers/${id}`, { name: 'A. L.', role: 'Rigger', externalWorkerId: 'HR-1' });
    await scim.patch(`/Users/${id}`, one('active', false));
    expect(await workers()).toMatchObject([{ name: 'A. L.', role: 'Rigger', externalWorkerId: 'HR-1', active: false }]);
  });

  it('without a change keeps a key that the provider never sent', async () => {
    await tenant.admin('POST', '/workers', { externalWorkerId: 'W-9', email: 'ada@acme.com', name: 'Ada' });
    const { [ENTERPRISE]: _enterprise, ...user } = ADA;
    const sent = { ...user, [ENTERPRISE]: { department: 'Research' } };
    const id = await add(sent);
    await scim.patch(`/Users/${id}`, { op: 'replace', value: { active: true } });
    expect((await scim.call('GET', `/Users/${id}`)).body[ENTERPRISE]).toEqual({ department: 'Research' });
    await scim.call('PUT', `/Users/${id}`, sent);
    expect(await workers()).toMatchObject([{ id, externalWorkerId: 'W-9' }]);
  });

  it('is applied completely or not at all, and has the same result when repeated', async () => {
    const id = await add();
    expect(await scim.patch(`/Users/${id}`, one('title', 'Chief'), one('nonsense', 1))).toMatchObject({
      status: 400,
      body: { scimType: 'invalidPath' },
    });
    expect(await workers()).toMatchObject([{ role: 'Engineer', version: 1 }]);
    for (const title of ['Chief', 'Chief']) await scim.patch(`/Users/${id}`, one('title', title));
    expect(await workers()).toMatchObject([{ role: 'Chief', version: 2 }]);
  });
});

describe('users', () => {
  beforeEach(async () => {
    await add();
    await add({
      userName: 'ben',
      externalId: 'E"2',
      active: false,
      emails: [{ value: 'ben@acme.com' }],
      displayName: 'Ben_Bell',
    });
    await tenant.admin('POST', '/workers', { name: 'Cem Can', learnerId: 'L-3' });
  });

  it.each<[string, unknown[]]>([
    ['userName eq "ada@ACME.com"', ['Ada@acme.com']],
    ['userName eq "L-3"', ['L-3']],
    ['username Eq "ben"', ['ben']],
    [`${CORE}:userName eq "ben"`, ['ben']],
    ['externalId eq "00u1"', ['Ada@acme.com']],
    ['externalId eq "00U1"', []],
    ['emails.value eq "BEN@acme.com"', ['ben']],
    ['emails[type eq "work" and value eq "ben@acme.com"]', ['ben']],
    ['displayName co "N_B"', ['ben']],
    ['displayName sw "c" or userName ew ".com"', ['Ada@acme.com', 'L-3']],
    ['active eq false', ['ben']],
    ['active eq true and emails pr', ['Ada@acme.com']],
    ['not active eq true', ['ben']],
    ['title pr', ['Ada@acme.com']],
    ['userName ne "ben"', ['Ada@acme.com', 'L-3']],
    ['displayName gt "b"', ['ben', 'L-3']],
    [`${ENTERPRISE}:employeeNumber eq "W-1"`, ['Ada@acme.com']],
    ['meta.lastModified gt "2020-01-01T00:00:00Z" and meta.created lt "2020-01-01"', []],
    ['id eq "nobody"', []],
  ])('are found by %s', async (filter, expected) => {
    expect(await find(filter)).toEqual(expected);
  });

  it.each([
    'nickName eq "x"',
    'userName',
    'userName eq',
    'userName eq 5',
    'active gt true',
    'not (userName eq "x")',
    'title xx "y"',
    'meta.created gt "soon"',
    '(userName eq "x"',
    "userName eq 'x'; drop",
  ])('are not found by %s', async (filter) => {
    expect(await scim.call('GET', `/Users?filter=${encodeURIComponent(filter)}`)).toMatchObject({
      status: 400,
      body: { scimType: 'invalidFilter' },
    });
  });

  it('are paged, with the total number', async () => {
    const page = async (query: string): Promise<unknown[]> => {
      const { body } = await scim.call('GET', `/Users?${query}`);
      return [
        body.Resources.map((user) => user['userName']),
        body.totalResults,
        body['startIndex'],
        body['itemsPerPage'],
      ];
    };
    expect(await page('count=2')).toEqual([['Ada@acme.com', 'ben'], 3, 1, 2]);
    expect(await page('startIndex=3&count=2&aadOptscim062020')).toEqual([['L-3'], 3, 3, 1]);
    expect(await page('startIndex=0&count=-1')).toEqual([[], 3, 1, 0]);
    expect(await page('startIndex=9')).toEqual([[], 3, 9, 0]);
  });

  it('are shown with the requested attributes', async () => {
    const { body } = await scim.call('GET', '/Users?attributes=userName&count=1');
    expect(body.Resources).toEqual([
      {
        id: expect.any(String),
        userName: 'Ada@acme.com',
        ...(body.Resources[0]?.['schemas'] ? { schemas: expect.any(Array) } : {}),
      },
    ]);
    expect(
      (await scim.call('GET', '/Users?excludedAttributes=emails,title&count=1')).body.Resources[0],
    ).not.toHaveProperty('emails');
  });

  it('are those of the tenant only', async () => {
    const { body } = await scim.call('GET', '/Users?count=1');
    const id = String(body.Resources[0]?.['id']);
    token = (await engine.createTenant()).adminToken;
    expect((await scim.call('GET', '/Users')).body.totalResults).toBe(0);
    expect(await find('userName eq "ben"')).toEqual([]);
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE'])
      expect((await scim.call(method, `/Users/${id}`, method === 'PUT' ? ADA : undefined)).status).toBe(404);
    expect((await scim.call('POST', '/Users', ADA)).status).toBe(201);
  });
});

describe('an error', () => {
  it.each<[string, unknown, number, string | undefined]>([
    ['no JSON', '{', 400, 'invalidSyntax'],
    ['no object', '[]', 400, 'invalidValue'],
    ['no userName', { displayName: 'x' }, 400, 'invalidValue'],
    ['a flag that is none', { userName: 'x', active: 'perhaps' }, 400, 'invalidValue'],
    [
      'an address that is none',
      { userName: 'x', externalId: '1', emails: [{ value: 'nowhere' }] },
      400,
      'invalidValue',
    ],
    ['no key of a worker', { userName: 'x' }, 400, 'invalidValue'],
    ['a name that is too long', { userName: 'x', externalId: '1', displayName: 'x'.repeat(201) }, 400, 'invalidValue'],
    ['a NUL', { userName: 'x\0@acme.com', externalId: '1' }, 400, 'invalidValue'],
    ['nothing', undefined, 400, 'invalidValue'],
  ])('has the form of SCIM: %s', async (_what, body, status, scimType) => {
    const answer = await scim.call('POST', '/Users', body);
    expect(answer).toMatchObject({
      status,
      type: expect.stringContaining('application/scim+json'),
      body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status), scimType },
    });
    expect(await workers()).toEqual([]);
  });

  it('has the form of SCIM for an unauthenticated caller, too', async () => {
    token = 'edt_wrong';
    expect(await scim.call('GET', '/Users')).toMatchObject({
      status: 401,
      body: { status: '401', schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'] },
    });
    const response = await engine.operator('POST', `/tenants/${tenant.slug}/tokens`, {
      role: 'author',
      name: 'author',
    });
    token = ((await response.json()) as { token: string }).token;
    expect(await scim.call('GET', '/Users')).toMatchObject({ status: 403, body: { status: '403' } });
  });

  it('has the form of SCIM for an unreadable body', async () => {
    expect(
      await tenant.admin('POST', '/workers', { name: 'x' }, { 'content-type': 'application/scim+json' }),
    ).toMatchObject({ status: 415 });
  });
});

describe('the API', () => {
  it('describes its features, and the attributes of users', async () => {
    expect((await scim.call('GET', '/ServiceProviderConfig')).body).toMatchObject({
      patch: { supported: true },
      bulk: { supported: false },
      filter: { supported: true, maxResults: 200 },
      authenticationSchemes: [{ type: 'oauthbearertoken' }],
    });
    expect((await scim.call('GET', '/ResourceTypes')).body.Resources.map((type) => type['endpoint'])).toEqual([
      '/Users',
      '/Groups',
    ]);
    expect((await scim.call('GET', '/ResourceTypes/User')).body).toMatchObject({
      schemaExtensions: [{ schema: ENTERPRISE }, { schema: READINESS }],
    });
    const { body } = await scim.call('GET', `/Schemas/${CORE}`);
    expect((body['attributes'] as Array<{ name: string }>).map(({ name }) => name)).toEqual([
      'userName',
      'name',
      'displayName',
      'title',
      'active',
      'emails',
    ]);
    expect((await scim.call('GET', '/Schemas')).body.totalResults).toBe(4);
    expect((await scim.call('GET', '/Schemas/nothing')).status).toBe(404);
    expect((await scim.call('GET', '/Schemas?filter=id')).status).toBe(403);
  });
});
