import { Controller, Get } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES } from '#tenancy';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';
import { AccessMatrix } from './access-matrix.js';
import { type AppRoute, appRoutes, routesOf } from './app-routes.js';
import { type Plant, type ServedRoute, servedRoutes } from './served-routes.js';

const named = ({ method, path }: ServedRoute): string => `${method} ${path}`;

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

    /** Routes that no controller serves (`around`), and those of them that allow a caller without rights (`open`). */
    const walk = (plant: Plant): Promise<{ around: string[]; open: string[] }> =>
      servedRoutes(engine, plant, async (served, url) => {
        const controlled = new Set(routes.map(named));
        const around = served.filter((route) => !controlled.has(named(route)) && !isConsole(named(route)));
        const { adminToken } = await engine.createTenant();
        const open: string[] = [];
        for (const route of around) {
          const statuses = await Promise.all(
            [undefined, 'Bearer wrong', `Bearer ${adminToken}`, 'Basic b3BlcmF0b3I6d3Jvbmc='].map((authorization) =>
              call(url, route, authorization),
            ),
          );
          if (statuses.some((status) => status !== 401)) open.push(named(route));
        }
        return { around: around.map(named), open };
      });

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

    it('refuses callers without access', async () => {
      const { around, open } = await walk(() => undefined);
      expect(around).toEqual(
        expect.arrayContaining([
          'POST /engine/v1/integration/:tenant/webhook',
          'GET /engine/v1/operator/queues',
          'GET /engine/v1/operator/queues/static/*',
        ]),
      );
      expect(
        around.filter(
          (route) => !/ \/engine\/v1\/(?:operator\/queues|integration\/:tenant\/webhook)(?:\/|$)/.test(route),
        ),
      ).toEqual([]);
      expect(open).toEqual([]);
    });

    it('is reported if it allows everybody', async () => {
      const { open } = await walk((server) => server.get('/engine/v1/operator/planted', async () => 'open'));
      expect(open).toEqual(['GET /engine/v1/operator/planted']);
    });
  });
});
