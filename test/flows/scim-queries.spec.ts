import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { ADA, CORE, ENTERPRISE, scimOf } from '../harness/scim.js';
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

describe('users', () => {
  beforeEach(async () => {
    await scim.addUser();
    await scim.addUser({
      userName: 'ben',
      externalId: 'E"2',
      active: false,
      emails: [{ value: 'ben@acme.com' }],
      displayName: 'Ben_Bell',
    });
    await addWorker(tenant, { name: 'Cem Can', learnerId: 'L-3' });
  });

  it.each<[string, unknown[]]>([
    ['userName eq "ada@ACME.com"', ['Ada@acme.com']],
    ['userName eq "L-3"', ['L-3']],
    ['username Eq "ben"', ['ben']],
    [`${CORE}:userName eq "ben"`, ['ben']],
    ['externalId eq "00u1"', ['Ada@acme.com']],
    ['externalId eq "00U1"', []],
    ['externalId eq "W-1"', []],
    ['userName eq "ben@acme.com"', []],
    ['emails.value eq "BEN@acme.com"', ['ben']],
    ['emails[type eq "work" and value eq "ben@acme.com"]', ['ben']],
    ['displayName co "N_B"', ['ben']],
    ['displayName sw "c" or userName ew ".com"', ['Ada@acme.com', 'L-3']],
    ['active eq false', ['ben']],
    ['active eq "True" and emails pr', ['Ada@acme.com']],
    ['not active eq true', ['ben']],
    ['title pr', ['Ada@acme.com']],
    ['userName ne "ben"', ['Ada@acme.com', 'L-3']],
    ['displayName gt "b"', ['ben', 'L-3']],
    [`${ENTERPRISE}:employeeNumber eq "W-1"`, ['Ada@acme.com']],
    ['meta.lastModified gt "2020-01-01T00:00:00Z" and meta.created lt "2020-01-01"', []],
    ['id eq "nobody"', []],
  ])('are found by %s', async (filter, expected) => {
    expect(await scim.userNames(filter)).toEqual(expected);
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
    tenant = await engine.createTenant();
    expect((await scim.call('GET', '/Users')).body.totalResults).toBe(0);
    expect(await scim.userNames('userName eq "ben"')).toEqual([]);
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE'])
      expect((await scim.call(method, `/Users/${id}`, method === 'PUT' ? ADA : undefined)).status).toBe(404);
    expect((await scim.call('POST', '/Users', ADA)).status).toBe(201);
  });
});
