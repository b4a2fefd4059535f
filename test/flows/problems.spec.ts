import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';
import { exchangeBytes } from '../harness/raw-http.js';
import type { TestTenant } from '../harness/tenant.js';

describe('every error of the admin API is problem+json', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
    tenant = await engine.createTenant();
  });

  const put = (body: string, type = 'application/json'): Promise<Response> =>
    tenant.call('PUT', '/signal-map', { headers: { 'content-type': type }, body });
  const putObject = (body: object): Promise<Response> => put(JSON.stringify(body));
  const fieldsOf = (count: number): object =>
    Object.fromEntries(Array.from({ length: count }, (_value, index) => [`f${index}`, 1]));
  const getPath = (path: string): Promise<Response> => httpCall('GET', `${engine.url}/engine/v1/admin${path}`);

  it.each([
    ['a body that is no JSON', 400, 'bad_request', () => put('{"map":')],
    ['a body that is too large', 413, 'payload_too_large', () => putObject({ map: {}, pad: 'x'.repeat(2_000_000) })],
    ['a media type that nobody reads', 415, 'unsupported_media_type', () => put('<map/>', 'application/xml')],
    ['a body of the wrong shape', 422, 'invalid', () => put('{"map":{"near_miss":{"severity":7}},"other":1}')],
    ['a body that is text', 415, 'unsupported_media_type', () => put('map', 'text/plain')],
    ['a body that is nested too deep', 422, 'invalid', () => put(`{"map":${'['.repeat(500_000)}`)],
    ['a body of too many fields', 422, 'invalid', () => putObject(fieldsOf(50_000))],
    ['a name that class-transformer cannot read', 422, 'invalid', () => put('{"map":{"constructor":{"topic":"T"}}}')],
    ['a URL that cannot be decoded', 400, 'bad_request', () => getPath('/courses/%zz')],
    ['a path that is none', 404, 'not_found', () => getPath('/nothing')],
    ['no token', 401, 'unauthorized', () => getPath('/me')],
  ])('with %s', async (_what, status, code, call) => {
    const response = await call();
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(await response.json()).toMatchObject({ status, code, detail: expect.any(String) });
  });

  it.each([
    ['too large', 'application/json', JSON.stringify({ pad: 'x'.repeat(20_000) })],
    ['rows', 'text/csv', 'name'],
    ['of a media type that nobody reads', 'application/xml', '<map/>'],
    ['no JSON', 'application/json', '{"map":'],
  ])('with a path that is none, although the body is %s', async (_what, type, body) => {
    const answer = await tenant.call('POST', '/worker/import', { headers: { 'content-type': type }, body });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ detail: 'Cannot POST /engine/v1/admin/worker/import' });
  });

  it.each(['/engine/v1/admin/workers', '/engine/v1/integration/acme/webhook'])(
    'with a slash at the end of %s, and says so',
    async (path) => {
      const answer = await httpCall('POST', `${engine.url}${path}/?a=b`, { body: '{}' });
      expect([answer.status, await answer.json()]).toMatchObject([
        404,
        { code: 'not_found', detail: `there is no ${path}/: leave out the slash at its end` },
      ]);
    },
  );

  it.each([
    ['/signal-map', 'PUT', 'send application/json'],
    ['/workers/import', 'POST', expect.stringMatching(/^send text\/csv or .*multipart\/form-data$/)],
    ['/documents', 'POST', expect.stringMatching(/^send multipart\/form-data/)],
  ])('with the media types that %s accepts', async (path, method, detail) => {
    const answer = await tenant.call(method, path, { headers: { 'content-type': 'text/x-unknown' }, body: 'map' });
    expect(await answer.json()).toMatchObject({ status: 415, detail });
  });

  it.each([
    ['PUT', '/signal-map', 'application/json'],
    ['POST', '/workers/import', 'text/csv'],
  ])('with a compressed body of %s %s', async (method, path, type) => {
    const headers = { 'content-type': type, 'content-encoding': 'gzip' };
    const answer = await tenant.call(method, path, { headers, body: gzipSync('{}') });
    expect(answer.headers.get('accept-encoding')).toBe('identity');
    expect(await answer.json()).toMatchObject({ status: 415, detail: 'send the body without a Content-Encoding' });
  });

  it.each([
    ['DELETE', '/engine/v1/admin/workers', 'GET, HEAD, POST'],
    ['POST', '/engine/v1/admin/workers/wrk_1', 'DELETE, GET, HEAD, PATCH, PUT'],
    ['GET', '/engine/v1/integration/acme/webhook', 'POST'],
    ['PUT', '/engine/v1/integration/acme/webhook', 'POST'],
    ['GET', '/engine/v1/auth/login', 'POST'],
  ])('with the methods that a path has: %s %s', async (method, path, allowed) => {
    const answer = await httpCall(method, `${engine.url}${path}`);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allowed]);
    const detail = `this resource has only ${allowed}`;
    expect(await answer.json()).toMatchObject({ code: 'method_not_allowed', detail });
  });

  it('with the scheme of authentication, which some HTTP clients demand', async () => {
    const answer = await getPath('/me');
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  it('for a request that is not HTTP', async () => {
    const heard = await exchangeBytes(engine.url, 'GET /engine/v1/admin/needs?q=a b HTTP/1.1\r\nhost: x\r\n\r\n');
    expect(heard).toMatch(/^HTTP\/1\.1 400 [^]*content-type: application\/problem\+json/);
    expect(JSON.parse(heard.slice(heard.indexOf('\r\n\r\n')))).toMatchObject({ status: 400, code: 'bad_request' });
  });

  it('with the limit of headers that are too large', async () => {
    const heard = await exchangeBytes(engine.url, `GET / HTTP/1.1\r\nhost: x\r\ncookie: ${'x'.repeat(17_000)}\r\n\r\n`);
    expect(heard).toMatch(/^HTTP\/1\.1 431 [^]*"detail":"the URL and the headers have more than 16 KiB/);
  });

  it('with the name of its status as the title', async () => {
    expect(await (await put('{"map":')).json()).toMatchObject({ title: 'Bad Request' });
    expect(await (await put('{"other":1}')).json()).toMatchObject({ title: 'Unprocessable Entity' });
  });
});
