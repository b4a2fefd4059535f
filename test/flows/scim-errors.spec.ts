import { request as httpRequest } from 'node:http';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { roleToken } from '../factories/tokens.js';
import { allWorkers } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';
import { scimOf } from '../harness/scim.js';
import type { TestTenant } from '../harness/tenant.js';

const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
  tenant = await engine.createTenant();
});

const { call } = scimOf(() => tenant);

describe('an error of SCIM', () => {
  it.each<[number, string, string, unknown, Record<string, string>]>([
    [404, 'GET', '/Nobody', undefined, {}],
    [404, 'GET', '/Users/wrk_01jd00000000000000000000zz', undefined, {}],
    [404, 'POST', '/Users/x/y/z', {}, {}],
    [405, 'DELETE', '/Users', undefined, {}],
    [405, 'PATCH', '/Schemas', {}, {}],
    [405, 'POST', '/Users/wrk_01jd00000000000000000000zz', {}, {}],
    [501, 'GET', '/Me', undefined, {}],
    [501, 'POST', '/Bulk', {}, {}],
    [415, 'POST', '/Users', '<user/>', { 'content-type': 'application/xml' }],
    [413, 'POST', '/Users', { userName: 'x'.repeat(300_000) }, {}],
    [400, 'POST', '/Users', '{', {}],
    [400, 'POST', '/Users', {}, {}],
    [400, 'GET', '/Users?filter=x', undefined, {}],
    [400, 'POST', '/.search', { schemas: ['urn:x'] }, {}],
    [401, 'GET', '/Users', undefined, { authorization: 'Bearer nobody' }],
    [401, 'GET', '/Users', undefined, { authorization: '' }],
  ])('is written as SCIM has it: %i for %s %s', async (status, method, path, body, headers) => {
    const answer = await call(method, path, body, headers);
    expect([answer.status, answer.type?.split(';')[0]]).toEqual([status, 'application/scim+json']);
    expect(answer.body).toMatchObject({ schemas: [ERROR], status: String(status), detail: expect.any(String) });
  });

  it('is written as SCIM has it for an address that cannot be decoded', async () => {
    const answer = await new Promise<{ status?: number; type?: string }>((resolve, reject) => {
      httpRequest(`${engine.url}/engine/scim/v2/Users/%E0%A4%A`, (response) => {
        response.resume();
        resolve({ status: response.statusCode, type: response.headers['content-type'] });
      })
        .on('error', reject)
        .end();
    });
    expect(answer).toEqual({ status: 400, type: 'application/scim+json' });
  });

  it('names the methods that a resource has, and how to authenticate', async () => {
    const ask = (method: string, authorization: string): Promise<Response> =>
      httpCall(method, `${engine.url}/engine/scim/v2/Groups`, { headers: { authorization } });
    expect((await ask('PUT', `Bearer ${tenant.adminToken}`)).headers.get('allow')).toBe('GET, HEAD, POST');
    expect((await ask('GET', '')).headers.get('www-authenticate')).toBe('Bearer realm="SCIM"');
  });

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
    ['a userName that is too long for a key', { userName: 'x'.repeat(256), displayName: 'X' }, 400, 'invalidValue'],
    ['a name that is too long', { userName: 'x', externalId: '1', displayName: 'x'.repeat(201) }, 400, 'invalidValue'],
    ['a NUL', { userName: 'x\0@acme.com', externalId: '1' }, 400, 'invalidValue'],
    ['nothing', undefined, 400, 'invalidValue'],
  ])('refuses a user with %s, and adds none', async (_what, body, status, scimType) => {
    const answer = await call('POST', '/Users', body);
    expect(answer).toMatchObject({
      status,
      type: expect.stringContaining('application/scim+json'),
      body: { schemas: [ERROR], status: String(status), scimType },
    });
    expect(await allWorkers(tenant)).toEqual([]);
  });

  it('is written as SCIM has it for an unauthenticated caller, and for one without the role', async () => {
    const unknown = tenant.as('edt_wrong');
    expect(await scimOf(() => unknown).call('GET', '/Users')).toMatchObject({
      status: 401,
      body: { status: '401', schemas: [ERROR] },
    });
    const author = tenant.as(await roleToken(tenant, 'author'));
    expect(await scimOf(() => author).call('GET', '/Users')).toMatchObject({ status: 403, body: { status: '403' } });
  });

  it('of an admin route is a problem, also for the media type of SCIM', async () => {
    expect(
      await tenant.admin('POST', '/workers', { name: 'x' }, { 'content-type': 'application/scim+json' }),
    ).toMatchObject({ status: 415 });
  });

  it('of the rest of the API stays a problem', async () => {
    const { headers } = await httpCall('GET', `${engine.url}/engine/scim/v22/Users`);
    expect(headers.get('content-type')).toBe('application/problem+json');
  });
});
