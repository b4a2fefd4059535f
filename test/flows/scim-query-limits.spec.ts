import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { expectScimRefused } from '../harness/expect-scim-refused.js';
import { type ScimResponse, scimOf } from '../harness/scim.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

const scim = scimOf(() => tenant);
const { call } = scim;
const filtered = (filter: string): Promise<ScimResponse> => call('GET', `/Users?filter=${encodeURIComponent(filter)}`);
const add = async (name: string): Promise<string> =>
  (await call('POST', '/Users', { userName: `${name}@acme.com`, displayName: name, title: 'Rigger' })).body.id;
const times = (count: number, text: string, by: string): string => Array.from({ length: count }, () => text).join(by);

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
    await expectScimRefused(() => filtered(filter), 'invalidFilter');
    await expectScimRefused(() => call('GET', `/Groups?filter=${encodeURIComponent(filter)}`), 'invalidFilter');
  });
});

describe('the requested attributes', () => {
  it('are names: unknown ones are ignored, other values are refused', async () => {
    await add('ada');
    for (const parameter of ['attributes', 'excludedAttributes']) {
      for (const list of ['a.'.repeat(6_000), 'a,'.repeat(2_000), 'title pr and (userName', '__proto__'])
        await expectScimRefused(() => call('GET', `/Users?${parameter}=${encodeURIComponent(list)}`), 'invalidValue');
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
