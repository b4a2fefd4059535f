import { beforeAll, describe, expect, it } from '@jest/globals';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { type ScimResponse, scimOf } from '../harness/scim.js';
import type { TestTenant } from '../harness/tenant.js';

const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
  tenant = await engine.createTenant();
  for (const name of ['Ada', 'Ben', 'Cem'])
    await call('POST', '/Users', { userName: name, displayName: name, title: 'Rigger' });
  for (const displayName of ['Ada', 'Crew']) await call('POST', '/Groups', { displayName });
});

const { call } = scimOf(() => tenant);
const search = (path: string, query: object): Promise<ScimResponse> =>
  call('POST', `${path}/.search`, { schemas: [SEARCH], ...query });
const namesIn = ({ body }: ScimResponse): unknown[] => body.Resources.map((one) => one['displayName']);

describe('a search', () => {
  it('is a query whose parameters are in the body', async () => {
    const answer = await search('/Users', {
      filter: 'displayName ne "Ada"',
      attributes: ['displayName', 'meta.resourceType'],
      startIndex: 2,
      count: 1,
    });
    expect([answer.status, answer.type?.split(';')[0]]).toEqual([200, 'application/scim+json']);
    expect(answer.body).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: 2,
      startIndex: 2,
      itemsPerPage: 1,
      Resources: [
        { schemas: expect.any(Array), id: expect.any(String), displayName: 'Cem', meta: { resourceType: 'User' } },
      ],
    });
    const groups = await search('/Groups', { excludedAttributes: ['members'], filter: 'displayName eq "crew"' });
    expect(groups.body.Resources).toEqual([expect.not.objectContaining({ members: expect.anything() })]);
  });

  it('of everything finds users and groups, and pages over both', async () => {
    expect(namesIn(await search('', {}))).toEqual(['Ada', 'Ben', 'Cem', 'Ada', 'Crew']);
    expect(namesIn(await call('GET', '?count=2&startIndex=3'))).toEqual(['Cem', 'Ada']);
    const last = await search('', { startIndex: 5, count: 5 });
    expect([namesIn(last), last.body.totalResults, last.body['itemsPerPage']]).toEqual([['Crew'], 5, 1]);
    expect((await search('', { count: 0 })).body).toMatchObject({ totalResults: 5, Resources: [] });
  });

  it.each([
    ['displayName eq "ada"', ['Ada', 'Ada']],
    ['title eq "Rigger" or displayName eq "Crew"', ['Ada', 'Ben', 'Cem', 'Crew']],
    ['meta.resourceType eq "Group"', ['Ada', 'Crew']],
    ['title pr', ['Ada', 'Ben', 'Cem']],
  ])('of everything counts an attribute that a type lacks as absent: %s', async (filter, found) => {
    expect(namesIn(await search('', { filter }))).toEqual(found);
  });

  it('is refused for an attribute that nothing has, and for what is no search', async () => {
    expect((await search('', { filter: 'nickName eq "x"' })).body).toMatchObject({ scimType: 'invalidFilter' });
    expect((await call('POST', '/Users/.search', { schemas: ['urn:x'] })).body).toMatchObject({
      scimType: 'invalidSyntax',
    });
  });
});
