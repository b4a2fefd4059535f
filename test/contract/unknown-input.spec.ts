import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readApiDocument } from '../harness/api-documents.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';
import type { TestTenant } from '../harness/tenant.js';
import type { ApiDocument } from './smallest-body.js';
import { type ServedApp, type ServedRoute, serveRoutes } from './served-routes.js';

const UNKNOWN = 'frobnicate';

/** The routes that ignore an unknown query parameter, and why. */
const IGNORED: ReadonlyArray<{ readonly routes: RegExp; readonly why: string }> = [
  { routes: /^POST \/engine\/v1\/integration\//, why: 'the contract of the webhook has no refusal for it' },
  { routes: / \/engine\/scim\/v2/, why: 'providers send parameters of their own (RFC 7644)' },
  { routes: / \/learn\/:token$/, why: 'mail programs add parameters to links' },
  { routes: /^GET \/engine\/v1\/auth\/oidc\/:tenant\/callback$/, why: 'providers add parameters to the redirect' },
  {
    routes: /^GET \/engine\/(docs(?!\/search)|(scim\/)?openapi\.json|health\/)/,
    why: 'the same for everybody, whatever is asked',
  },
  { routes: / \/engine\/v1\/operator\/queues/, why: 'pages of a library, which has its own parameters' },
  { routes: /^GET \/(assets\/)?\*?$/, why: 'the pages of the console read their address themselves' },
];

const TYPES = { json: 'application/json', bytes: 'application/json', rows: 'text/csv' } as const;

describe('an unknown query parameter or field', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  let document: ApiDocument;
  let served: ServedApp;
  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
    document = await readApiDocument<ApiDocument>(engine.url);
    tenant = await engine.createTenant();
    served = await serveRoutes(engine, (server) => server.get('/engine/v1/planted', async () => 'done'));
  });
  afterAll(() => served.close());

  const tokenFor = (path: string): string =>
    path.startsWith('/engine/v1/operator/') ? engine.operatorToken : tenant.adminToken;
  const isIgnored = (name: string): boolean => IGNORED.some(({ routes }) => routes.test(name));
  const named = ({ method, path }: ServedRoute): string => `${method} ${path}`;

  /** A URL whose id is well-formed, because a malformed one is refused first. The document has its prefix. */
  function urlOf(path: string): string {
    const { parameters = [] } = Object.values(document.paths[path.replaceAll(/:(\w+)/g, '{$1}')] ?? {})[0] ?? {};
    const prefix = /`(\w+)_…`/.exec(parameters.find(({ name }) => name === 'id')?.description ?? '')?.[1];
    return path
      .replace(':id', prefix === undefined ? 'x' : `${prefix}_01h455vb4pex5vsknk084sn02q`)
      .replaceAll(/:\w+|\*/g, 'x');
  }

  /** What a route answers to the parameter: whether the refusal names it. */
  async function isRefused({ method, path, body }: ServedRoute): Promise<boolean> {
    const kind = body?.kind;
    const sent =
      kind === undefined || kind === 'form' || kind === 'upload'
        ? {}
        : { headers: { 'content-type': TYPES[kind] }, body: kind === 'rows' ? 'name\nAda\n' : '{}' };
    const response = await httpCall(method, `${served.url}${urlOf(path)}?${UNKNOWN}=1`, {
      ...sent,
      headers: { ...sent.headers, authorization: `Bearer ${tokenFor(path)}` },
    });
    const text = await response.text();
    return response.status === 422 && text.includes(`"field":"${UNKNOWN}"`);
  }

  it('is refused in the query of every route but the planted one, except for those that have a reason', async () => {
    const others: string[] = [];
    for (const route of served.routes)
      if ((await isRefused(route)) === isIgnored(named(route))) others.push(named(route));
    expect(others).toEqual(['GET /engine/v1/planted']);
  });

  it('is refused in the body of every route that takes JSON or no body', async () => {
    const ignoring: string[] = [];
    for (const { method, path, body } of served.routes) {
      if (!/^(POST|PUT|PATCH|DELETE)$/.test(method) || !/^\/engine\/v1\/(admin|auth)\//.test(path)) continue;
      if (body !== undefined && body.kind !== 'json') continue;
      const response = await httpCall(method, `${served.url}${urlOf(path)}`, {
        headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenFor(path)}` },
        body: JSON.stringify({ [UNKNOWN]: 1 }),
      });
      if (!(await response.text()).includes(`"field":"${UNKNOWN}"`)) ignoring.push(`${method} ${path}`);
    }
    expect(ignoring).toEqual([]);
  });

  it('changes nothing, and comes with the place or the name that was meant', async () => {
    const refusal = async (method: string, path: string, body?: object): Promise<unknown> => {
      const answer = await tenant.admin<{ errors?: object[] }>(method, path, body);
      return { status: answer.status, errors: answer.body.errors };
    };
    const rule = 'is not a query parameter of this request';
    expect(await refusal('POST', '/workers?dryrun=true', { name: 'Ada', externalWorkerId: 'E-1' })).toEqual({
      status: 422,
      errors: [{ field: 'dryrun', message: rule }],
    });
    expect((await tenant.admin<{ items: object[] }>('GET', '/workers')).body.items).toEqual([]);
    expect(await refusal('POST', '/needs/need_x/offer?dryrun=true', { target: { kind: 'everyone' } })).toEqual({
      status: 422,
      errors: [{ field: 'dryrun', message: `${rule}: send dryRun in the body` }],
    });
    expect(await refusal('DELETE', '/workers/wrk_01h455vb4pex5vsknk084sn02q', { erase: true })).toEqual({
      status: 422,
      errors: [{ field: 'erase', message: 'is not a field of this request: send erase in the query' }],
    });
    expect(await refusal('GET', '/workers?Site=North')).toEqual({
      status: 422,
      errors: [{ field: 'Site', message: `${rule}: did you mean site?` }],
    });
  });
});
