import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

describe('every error of the admin API is problem+json', () => {
  let engine: TestEngine;
  let tenant: TestTenant;
  beforeAll(async () => {
    engine = await startEngine({ worker: false });
    tenant = await engine.createTenant();
  });
  afterAll(() => engine.close());

  const put = (body: string, type = 'application/json'): Promise<Response> =>
    fetch(`${engine.url}/engine/v1/admin/signal-map`, { method: 'PUT', headers: { authorization: `Bearer ${tenant.adminToken}`, 'content-type': type }, body });

  it.each([
    ['a body that is no JSON', 400, 'bad_request', () => put('{"map":')],
    ['a body that is too large', 413, 'payload_too_large', () => put(JSON.stringify({ map: {}, pad: 'x'.repeat(2_000_000) }))],
    ['a media type that nobody reads', 415, 'unsupported_media_type', () => put('<map/>', 'application/xml')],
    ['a body of the wrong shape', 422, 'invalid', () => put('{"map":{"near_miss":{"severity":7}},"other":1}')],
    ['a path that is none', 404, 'not_found', () => fetch(`${engine.url}/engine/v1/admin/nothing`)],
    ['no token', 401, 'unauthorized', () => fetch(`${engine.url}/engine/v1/admin/me`)],
  ])('with %s', async (_what, status, code, call) => {
    const response = await call();
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(await response.json()).toMatchObject({ status, code, detail: expect.any(String) });
  });
});
