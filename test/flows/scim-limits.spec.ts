import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { ENTERPRISE, type ScimResponse, scimOf } from '../harness/scim.js';
import type { TestTenant } from '../harness/tenant.js';
import { shortestTime } from '../harness/timing.js';

/** No answer here takes long; a machine that is busy may. */
const LONGEST_MS = 2_000;

let engine: TestEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});
afterAll(() => engine.close());

const scim = scimOf(
  () => engine,
  () => tenant.adminToken,
);
const { call } = scim;
const filtered = (filter: string): Promise<ScimResponse> => call('GET', `/Users?filter=${encodeURIComponent(filter)}`);
const add = async (name: string): Promise<string> =>
  (await call('POST', '/Users', { userName: `${name}@acme.com`, displayName: name, title: 'Rigger' })).body.id;
const times = (count: number, text: string, by: string): string => Array.from({ length: count }, () => text).join(by);

/** The response is a SCIM error, short, and sent soon. */
async function expectRefused(answer: () => Promise<ScimResponse>, scimType: string): Promise<void> {
  const time = await shortestTime(async () => {
    const { status, body } = await answer();
    expect({ status, scimType: body['scimType'] }).toEqual({ status: 400, scimType });
    expect(JSON.stringify(body).length).toBeLessThan(2_000);
  }, LONGEST_MS);
  expect(time).toBeLessThan(LONGEST_MS);
}

describe('a PATCH', () => {
  it.each<[string, object, string]>([
    ['a path of 80 KB', { op: 'replace', path: 'a.'.repeat(40_000), value: 'x' }, 'invalidPath'],
    ['a path of 80 KB of brackets', { op: 'replace', path: `emails${'['.repeat(80_000)}`, value: 'x' }, 'invalidPath'],
    ['a key of 80 KB', { op: 'replace', value: { ['a.'.repeat(40_000)]: 'x' } }, 'invalidSyntax'],
    [
      'a filter whose text does not end',
      { op: 'replace', path: `emails[type eq "${'\\a'.repeat(30)}].value`, value: 'x' },
      'invalidPath',
    ],
    [
      'a removal whose key is such a filter',
      { op: 'remove', path: 'emails', value: [{ [`"${'\\a'.repeat(30)}`]: 1 }] },
      'invalidValue',
    ],
    ['another operation, of 80 KB', { op: 'x'.repeat(80_000), path: 'title', value: 'x' }, 'invalidSyntax'],
    [
      'thousands of addresses',
      {
        op: 'add',
        path: 'emails',
        value: Array.from({ length: 5_000 }, (_, index) => ({ value: `a${index}@acme.com` })),
      },
      'invalidValue',
    ],
    [
      'a path to what all objects inherit',
      { op: 'replace', path: 'emails[__proto__.x eq "1"].value', value: 'x' },
      'invalidPath',
    ],
  ])('of a user is refused for %s', async (_what, operation, scimType) => {
    const id = await add('ada');
    await expectRefused(() => scim.patch(`/Users/${id}`, operation), scimType);
    expect((await call('GET', `/Users/${id}`)).body).toMatchObject({ title: 'Rigger' });
  });

  it('has at most a hundred operations on a user, and a thousand on a group', async () => {
    const [user, { body: group }] = [await add('ada'), await call('POST', '/Groups', { displayName: 'Crew' })];
    const titles = (count: number): object[] =>
      Array.from({ length: count }, (_, index) => ({ op: 'replace', path: 'title', value: `Title ${index}` }));
    expect((await scim.patch(`/Users/${user}`, ...titles(100))).body).toMatchObject({ title: 'Title 99' });
    await expectRefused(() => scim.patch(`/Users/${user}`, ...titles(101)), 'invalidValue');
    const removals = (count: number): object[] =>
      Array.from({ length: count }, () => ({ op: 'remove', path: `members[value eq "${user}"]` }));
    expect((await scim.patch(`/Groups/${group.id}`, ...removals(1_000))).status).toBe(204);
    await expectRefused(() => scim.patch(`/Groups/${group.id}`, ...removals(1_001)), 'invalidValue');
  });

  it('adds thousands to a group in one operation, and removes them in one', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => `W-${index},Worker ${index}`).join('\n');
    await tenant.importRows('/workers', `externalWorkerId,name\n${rows}`);
    const pages = await Promise.all(
      Array.from({ length: 15 }, (_, page) => call('GET', `/Users?count=200&startIndex=${page * 200 + 1}`)),
    );
    const members = pages.flatMap(({ body }) =>
      body.Resources.map(({ id }) => ({ value: id, display: 'as the provider calls it' })),
    );
    const { body: group } = await call('POST', '/Groups', { displayName: 'Crew' });
    const size = async (): Promise<number> =>
      ((await call('GET', `/Groups/${group.id}`)).body['members'] as unknown[]).length;
    expect((await scim.patch(`/Groups/${group.id}`, { op: 'Add', path: 'members', value: members })).status).toBe(204);
    expect(await size()).toBe(3_000);
    expect(
      (await scim.patch(`/Groups/${group.id}`, { op: 'Remove', path: 'members', value: members.slice(1) })).status,
    ).toBe(204);
    expect(await size()).toBe(1);
  });
});

describe('a body', () => {
  it.each<[string, string, string]>([
    [
      '20,000 attributes',
      JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`k${index}`, 1]))),
      'invalidSyntax',
    ],
    ['a depth of 100,000', `{"userName":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'invalidSyntax'],
    [
      'an attribute of 80 KB of dots',
      JSON.stringify({ userName: 'x', [`${ENTERPRISE}:${'a.'.repeat(40_000)}`]: 1 }),
      'invalidSyntax',
    ],
    [
      'thousands of addresses',
      JSON.stringify({ userName: 'x', Emails: Array.from({ length: 10_000 }, () => ({ value: 'a@b.co' })) }),
      'invalidValue',
    ],
    [
      'a text that is kept and has 100 KB',
      JSON.stringify({ userName: 'x', externalId: 'e', name: { givenName: 'x'.repeat(100_000) } }),
      'invalidValue',
    ],
  ])('is refused for %s', async (_what, body, scimType) => {
    expect(body.length).toBeLessThan(256 * 1024);
    await expectRefused(() => call('POST', '/Users', body), scimType);
  });

  it('may have any number of values that are not stored', async () => {
    const groups = Array.from({ length: 2_000 }, (_, index) => ({ value: `group-${index}` }));
    const user = { userName: 'ada@acme.com', groups, memberOf: groups, roles: groups };
    expect((await call('POST', '/Users', user)).status).toBe(201);
  });

  it('cannot change inherited properties of objects by a path', async () => {
    const inherited = (): string[] =>
      [Object.prototype, Object, Function.prototype].map((one) => Object.getOwnPropertyNames(one).join());
    const before = inherited();
    // Each of these would end the process, or cause a 500 for everybody, if it was not refused.
    for (const path of [
      '__proto__.then',
      '__proto__.status',
      'constructor.keys',
      'constructor.assign',
      'CONSTRUCTOR.prototype.then',
    ]) {
      await expectRefused(
        () => call('POST', '/Users', { userName: 'x', externalId: 'e', [`${ENTERPRISE}:${path}`]: 'x' }),
        'invalidSyntax',
      );
      await expectRefused(() => filtered(`${path} eq "x"`), 'invalidFilter');
      expect((await call('GET', `/Users?attributes=${path}`)).status).toBeLessThan(500);
    }
    expect(inherited()).toEqual(before);
    expect((await engine.createTenant()).slug).toMatch(/^t-/);
  });
});

describe('a filter', () => {
  it('has at most fifty comparisons, in any structure, and the error names the limit', async () => {
    await add('ada');
    for (const [text, found] of [
      [times(50, 'title eq "rigger"', ' and '), 1],
      [times(50, 'title eq "x"', ' or '), 0],
      [times(25, '(title eq "rigger" or title eq "x")', ' and '), 1],
    ] as const) {
      expect((await filtered(text)).body).toMatchObject({ totalResults: found });
    }
    for (const text of [times(51, 'title pr', ' and '), times(26, '(title pr or active pr)', ' and ')]) {
      const { status, body } = await filtered(text);
      expect([status, body['scimType'], body['detail']]).toEqual([
        400,
        'invalidFilter',
        'a filter has at most 50 comparisons',
      ]);
    }
  });

  it.each<[string, string]>([
    ['a text without an end', `title eq "${'\\a'.repeat(30)}`],
    ['one inside a group', `title pr and (title eq "${'\\a'.repeat(30)}) and title eq ""`],
    ['a length of 3,000', `title eq "${'x'.repeat(3_000)}"`],
    ['a depth of 900', `${'('.repeat(900)}title pr${')'.repeat(900)}`],
    ['an attribute that all objects inherit', 'constructor eq "x"'],
    ['an operator that all objects inherit', 'title constructor "x"'],
    ['a part that all objects inherit', 'title.__proto__ eq "x"'],
    ['a year that no database knows', 'meta.created gt "-200000-01-01T00:00:00Z"'],
  ])('is refused for %s', async (_what, filter) => {
    await expectRefused(() => filtered(filter), 'invalidFilter');
    await expectRefused(() => call('GET', `/Groups?filter=${encodeURIComponent(filter)}`), 'invalidFilter');
  });
});

describe('the requested attributes', () => {
  it('are names: unknown ones are ignored, other values are refused', async () => {
    await add('ada');
    for (const parameter of ['attributes', 'excludedAttributes']) {
      for (const list of ['a.'.repeat(6_000), 'a,'.repeat(2_000), 'title pr and (userName', '__proto__'])
        await expectRefused(() => call('GET', `/Users?${parameter}=${encodeURIComponent(list)}`), 'invalidValue');
    }
    const { body } = await call('GET', '/Users?attributes=title,nothing,constructor,and,not,eq');
    expect(body.Resources).toEqual([{ schemas: expect.any(Array), id: expect.any(String), title: 'Rigger' }]);
    expect((await call('GET', '/Users?excludedAttributes=title,nothing')).body.Resources[0]).not.toHaveProperty(
      'title',
    );
  });

  it('may include a sort order, which is ignored', async () => {
    await add('ada');
    expect((await call('GET', '/Users?sortBy=__proto__.x&sortOrder=constructor')).body.totalResults).toBe(1);
  });
});

describe('the description of the API', () => {
  it.each(['/Schemas/', '/ResourceTypes/'])('has a resource for a single id: %s', async (path) => {
    for (const id of ['constructor', '__proto__', 'x', `x" and (a eq "${'\\a'.repeat(30)}) and b eq "`])
      expect((await call('GET', `${path}${encodeURIComponent(id)}`)).status).toBe(404);
  });
});

describe('a page of groups', () => {
  it('ends before its groups have more than 20,000 members; a group has at most 100,000', async () => {
    for (const displayName of ['A', 'B']) await call('POST', '/Groups', { displayName });
    const { body: group } = await call('POST', '/Groups', { displayName: 'C' });
    const fill = (name: string, members: number): Promise<unknown> =>
      engine.database.query(
        `insert into worker_group_member (tenant_id, group_id, worker_id)
         select $1, worker_group.id, worker.id
         from worker_group, (select id from worker where tenant_id = $1 order by id limit $3) as worker
         where tenant_id = $1 and name = $2`,
        [tenant.id, name, members],
      );
    await engine.database.query(
      `insert into worker (tenant_id, id, external_worker_id, name)
       select $1, gen_random_uuid(), 'W-' || number, 'Worker' from generate_series(1, 100001) as number`,
      [tenant.id],
    );
    await fill('A', 15_000);
    await fill('B', 15_000);
    const page = async (query: string): Promise<unknown[]> => {
      const { body } = await call('GET', `/Groups?${query}`);
      return [body.Resources.map(({ displayName }) => displayName), body['itemsPerPage'], body.totalResults];
    };
    expect(await page('')).toEqual([['A'], 1, 3]);
    expect(await page('startIndex=2')).toEqual([['B', 'C'], 2, 3]);
    expect(await page('excludedAttributes=members')).toEqual([['A', 'B', 'C'], 3, 3]);
    await fill('C', 100_001);
    await expectRefused(() => call('GET', `/Groups/${group.id}`), 'tooMany');
    expect((await call('GET', `/Groups/${group.id}?excludedAttributes=members`)).body['displayName']).toBe('C');
  });
});

describe('an address in a response', () => {
  it('starts with PUBLIC_URL, whatever the Host header is', async () => {
    const id = await add('ada');
    const { body: group } = await call('POST', '/Groups', { displayName: 'Crew', members: [{ value: id }] });
    const ask = async (
      method: 'GET' | 'POST',
      path: string,
      headers: Record<string, string>,
      payload?: object,
    ): Promise<string> => {
      const answer = await engine.app.inject({
        method,
        url: `/engine/scim/v2${path}`,
        headers: { authorization: `Bearer ${tenant.adminToken}`, ...headers },
        payload,
      });
      return `${String(answer.headers['location'])} ${answer.body}`;
    };
    const forged = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
    for (const path of [
      `/Users/${id}`,
      '/Users',
      `/Groups/${group.id}`,
      '/Groups',
      '/ServiceProviderConfig',
      '/ResourceTypes',
      '/Schemas',
    ]) {
      const answer = await ask('GET', path, forged);
      expect(answer).toBe(await ask('GET', path, {}));
      expect(answer).toContain(`"${engine.url}/engine/scim/v2/`);
    }
    expect(await ask('POST', '/Users', forged, { userName: 'ben@acme.com' })).toMatch(
      new RegExp(`^${engine.url}/engine/scim/v2/Users/wrk_`),
    );
  });
});
