import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addManyWorkers } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { expectScimRefused } from '../harness/expect-scim-refused.js';
import { ENTERPRISE, type ScimResponse, scimOf } from '../harness/scim.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: TestEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});
afterAll(() => engine.close());

const scim = scimOf(() => tenant);
const { call } = scim;
const filtered = (filter: string): Promise<ScimResponse> => call('GET', `/Users?filter=${encodeURIComponent(filter)}`);
const add = async (name: string): Promise<string> =>
  (await call('POST', '/Users', { userName: `${name}@acme.com`, displayName: name, title: 'Rigger' })).body.id;

const ADDRESSES = Array.from({ length: 5_000 }, (_, index) => ({ value: `a${index}@acme.com` }));
const SAME_ADDRESS = Array.from({ length: 10_000 }, () => ({ value: 'a@b.co' }));
const replacing = (path: string): object => ({ op: 'replace', path, value: 'x' });

describe('a PATCH', () => {
  it.each<[string, object, string]>([
    ['a path of 80 KB', replacing('a.'.repeat(40_000)), 'invalidPath'],
    ['a path of 80 KB of brackets', replacing(`emails${'['.repeat(80_000)}`), 'invalidPath'],
    ['a key of 80 KB', { op: 'replace', value: { ['a.'.repeat(40_000)]: 'x' } }, 'invalidSyntax'],
    ['a filter whose text does not end', replacing(`emails[type eq "${'\\a'.repeat(30)}].value`), 'invalidPath'],
    [
      'a removal whose key is such a filter',
      { op: 'remove', path: 'emails', value: [{ [`"${'\\a'.repeat(30)}`]: 1 }] },
      'invalidValue',
    ],
    ['another operation, of 80 KB', { op: 'x'.repeat(80_000), path: 'title', value: 'x' }, 'invalidSyntax'],
    ['thousands of addresses', { op: 'add', path: 'emails', value: ADDRESSES }, 'invalidValue'],
    ['a path to what all objects inherit', replacing('emails[__proto__.x eq "1"].value'), 'invalidPath'],
  ])('of a user is refused for %s', async (_what, operation, scimType) => {
    const id = await add('ada');
    await expectScimRefused(() => scim.patch(`/Users/${id}`, operation), scimType);
    expect((await call('GET', `/Users/${id}`)).body).toMatchObject({ title: 'Rigger' });
  });

  it('has at most a hundred operations on a user, and a thousand on a group', async () => {
    const [user, { body: group }] = [await add('ada'), await call('POST', '/Groups', { displayName: 'Crew' })];
    const titles = (count: number): object[] =>
      Array.from({ length: count }, (_, index) => ({ op: 'replace', path: 'title', value: `Title ${index}` }));
    expect((await scim.patch(`/Users/${user}`, ...titles(100))).body).toMatchObject({ title: 'Title 99' });
    await expectScimRefused(() => scim.patch(`/Users/${user}`, ...titles(101)), 'invalidValue');
    const removals = (count: number): object[] =>
      Array.from({ length: count }, () => ({ op: 'remove', path: `members[value eq "${user}"]` }));
    expect((await scim.patch(`/Groups/${group.id}`, ...removals(1_000))).status).toBe(204);
    await expectScimRefused(() => scim.patch(`/Groups/${group.id}`, ...removals(1_001)), 'invalidValue');
  });

  it('adds thousands to a group in one operation, and removes them in one', async () => {
    await addManyWorkers(engine, tenant, 3_000);
    const pages: ScimResponse[] = [];
    for (let start = 1; start < 3_000; start += 200)
      pages.push(await call('GET', `/Users?count=200&startIndex=${start}`));
    const ids = pages.flatMap(({ body }) => body.Resources.map(({ id }) => id));
    const members = ids.map((value) => ({ value, display: 'as the provider calls it' }));
    const { body: group } = await call('POST', '/Groups', { displayName: 'Crew' });
    const size = async (): Promise<number> =>
      ((await call('GET', `/Groups/${group.id}`)).body['members'] as unknown[]).length;
    const change = async (op: string, value: object[]): Promise<number> =>
      (await scim.patch(`/Groups/${group.id}`, { op, path: 'members', value })).status;
    expect([await change('Add', members), await size()]).toEqual([204, 3_000]);
    expect([await change('Remove', members.slice(1)), await size()]).toEqual([204, 1]);
  });
});

describe('a body', () => {
  it.each<[string, string | object, string]>([
    ['20,000 attributes', Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`k${n}`, 1])), 'invalidSyntax'],
    ['a depth of 100,000', `{"userName":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'invalidSyntax'],
    ['an attribute of 80 KB of dots', { userName: 'x', [`${ENTERPRISE}:${'a.'.repeat(40_000)}`]: 1 }, 'invalidSyntax'],
    ['thousands of addresses', { userName: 'x', Emails: SAME_ADDRESS }, 'invalidValue'],
    [
      'a text that is kept and has 100 KB',
      { userName: 'x', externalId: 'e', name: { givenName: 'x'.repeat(100_000) } },
      'invalidValue',
    ],
  ])('is refused for %s', async (_what, user, scimType) => {
    const body = typeof user === 'string' ? user : JSON.stringify(user);
    expect(body.length).toBeLessThan(256 * 1024);
    await expectScimRefused(() => call('POST', '/Users', body), scimType);
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
    const ofFunctions = ['constructor.keys', 'constructor.assign', 'CONSTRUCTOR.prototype.then'];
    for (const path of ['__proto__.then', '__proto__.status', ...ofFunctions]) {
      const user = { userName: 'x', externalId: 'e', [`${ENTERPRISE}:${path}`]: 'x' };
      await expectScimRefused(() => call('POST', '/Users', user), 'invalidSyntax');
      await expectScimRefused(() => filtered(`${path} eq "x"`), 'invalidFilter');
      expect((await call('GET', `/Users?attributes=${path}`)).status).toBeLessThan(500);
    }
    expect(inherited()).toEqual(before);
    expect((await engine.createTenant()).slug).toMatch(/^t-/);
  });
});

describe('a page of groups', () => {
  it('ends before its groups have more than 20,000 members; a group has at most 100,000', async () => {
    for (const displayName of ['A', 'B']) await call('POST', '/Groups', { displayName });
    const { body: group } = await call('POST', '/Groups', { displayName: 'C' });
    const fill = (name: string, members: number): Promise<unknown> =>
      engine.database.inTransaction(async (tx) => {
        // Foreign keys are not checked one by one.
        await tx.query(`set local session_replication_role = 'replica'`);
        await tx.query(
          `insert into worker_group_member (tenant_id, group_id, worker_id)
           select $1, worker_group.id, worker.id
           from worker_group, (select id from worker where tenant_id = $1 order by id limit $3) as worker
           where tenant_id = $1 and name = $2`,
          [tenant.id, name, members],
        );
        await tx.query('commit');
      });
    await addManyWorkers(engine, tenant, 100_001);
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
    await expectScimRefused(() => call('GET', `/Groups/${group.id}`), 'tooMany');
    expect((await call('GET', `/Groups/${group.id}?excludedAttributes=members`)).body['displayName']).toBe('C');
  });
});
