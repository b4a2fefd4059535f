import { Controller, Get } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES } from '#tenancy';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';
import { AccessMatrix } from './access-matrix.js';
import { type AppRoute, appRoutes, routesOf } from './app-routes.js';
import { type ServedRoute, serveRoutes } from './served-routes.js';

const named = ({ method, path }: ServedRoute): string => `${method} ${path}`;

/** Routes without a token or a session, and why. */
const PUBLIC: Readonly<Record<string, string>> = {
  'GET /engine/openapi.json': 'the same for everybody',
  'GET /engine/scim/openapi.json': 'the same for everybody',
  'GET /engine/docs': 'the same for everybody',
  'GET /engine/docs/api/:feature': 'the same for everybody',
  'GET /engine/docs/guides/:guide': 'the same for everybody',
  'GET /engine/docs/search': 'the same for everybody',
  'GET /engine/health/live': 'a probe has no token',
  'GET /engine/health/ready': 'a probe has no token',
  'POST /engine/v1/auth/login': 'begins a session',
  'POST /engine/v1/auth/logout': 'ends a session, if there is one',
  'GET /engine/v1/auth/session': 'says whether there is one',
  'POST /engine/v1/auth/password': 'has the token of an invitation or a reset in its body',
  'GET /engine/v1/auth/oidc/:tenant/start': 'begins a session',
  'GET /engine/v1/auth/oidc/:tenant/callback': 'begins a session',
  'GET /learn/:token': "has a learner's token in its path",
  'POST /learn/:token': "has a learner's token in its path",
};

describe('every route', () => {
  let engine: TestEngine;
  let routes: AppRoute[];
  let matrix: AccessMatrix;

  beforeAll(async () => {
    engine = await startEngine();
    routes = appRoutes(engine.app);
    matrix = await AccessMatrix.of(engine);
  });
  afterAll(() => engine.close());

  it('declares who may call it, and an undeclared route would be found', () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(routes.filter(({ access }) => access === undefined)).toEqual([]);
    @Controller('planted')
    class Planted {
      @Get()
      open(): string {
        return 'open';
      }
    }
    expect(routesOf(Planted)).toEqual([{ method: 'GET', path: '/planted', access: undefined }]);
  });

  it('is open to everybody only with a reason', () => {
    const open = routes.filter(({ access }) => access === 'public').map(named);
    expect(open.toSorted()).toEqual(Object.keys(PUBLIC).toSorted());
  });

  it('has the path prefix of its callers', () => {
    const misplaced = routes.filter(({ path, access }) =>
      /^\/engine\/(?:v1\/admin\/|scim\/v2(?:\/|$))/.test(path)
        ? !ROLES.some((role) => role === access)
        : path.startsWith('/engine/v1/operator/')
          ? access !== 'operator'
          : access !== 'public',
    );
    expect(misplaced).toEqual([]);
  });

  it('responds to no token, wrong tokens, each role and the operator as declared, and with 404 for resources of another tenant, which do not change', async () => {
    const before = await matrix.seenByOwner(routes);
    expect(before.size).toBeGreaterThan(5);
    expect([...before].filter(([, { status }]) => status !== 200)).toEqual([]);
    const faults: string[] = [];
    for (const route of routes) faults.push(...(await matrix.faultsOf(route)));
    expect(faults).toEqual([]);
    expect(await matrix.seenByOwner(routes)).toEqual(before);
  }, 180_000);

  it('is reported if it requires another role than it declares, or if it has no example of a path parameter', async () => {
    expect(await matrix.faultsOf({ method: 'GET', path: '/engine/v1/admin/me', access: 'author' })).toEqual([
      'GET /engine/v1/admin/me answers viewer 200 instead of 403',
    ]);
    expect(await matrix.faultsOf({ method: 'GET', path: '/engine/v1/admin/courses', access: 'operator' })).toHaveLength(
      ROLES.length + 1,
    );
    expect(
      (await matrix.faultsOf({ method: 'GET', path: '/engine/v1/admin/planted/:id', access: 'viewer' })).join(),
    ).toContain('say in FOREIGN_EXAMPLES');
  });

  describe('outside of the controllers', () => {
    /** The files of the console are the same for everybody, and have no data. */
    const isConsole = (route: string): boolean => ['GET /', 'GET /*', 'GET /assets/*'].includes(route);

    const call = async (
      url: string,
      { method, path }: ServedRoute,
      authorization: string | undefined,
    ): Promise<number> => {
      const headers = { ...(authorization === undefined ? {} : { authorization }), 'content-type': 'application/json' };
      const response = await httpCall(method, url + path.replaceAll(/:\w+/g, 'x').replace('*', 'favicon.ico'), {
        headers,
        body: method === 'GET' ? undefined : '{}',
      });
      await response.arrayBuffer();
      return response.status;
    };

    it('refuses callers without access, except for a planted one', async () => {
      const served = await serveRoutes(engine, (server) =>
        server.get('/engine/v1/operator/planted', async () => 'open'),
      );
      try {
        const controlled = new Set(routes.map(named));
        const around = served.routes.filter((route) => !controlled.has(named(route)) && !isConsole(named(route)));
        expect(around.map(named)).toEqual(
          expect.arrayContaining([
            'POST /engine/v1/integration/:tenant/webhook',
            'GET /engine/v1/operator/queues',
            'GET /engine/v1/operator/queues/static/*',
          ]),
        );
        const known = /^\/engine\/v1\/(?:operator\/(?:queues|planted)|integration\/:tenant\/webhook)(?:\/|$)/;
        expect(around.filter(({ path }) => !known.test(path))).toEqual([]);
        const { adminToken } = await engine.createTenant();
        const open: string[] = [];
        for (const route of around) {
          const statuses = await Promise.all(
            [undefined, 'Bearer wrong', `Bearer ${adminToken}`, 'Basic b3BlcmF0b3I6d3Jvbmc='].map((authorization) =>
              call(served.url, route, authorization),
            ),
          );
          if (statuses.some((status) => status !== 401)) open.push(named(route));
        }
        expect(open).toEqual(['GET /engine/v1/operator/planted']);
      } finally {
        await served.close();
      }
    });
  });
});
