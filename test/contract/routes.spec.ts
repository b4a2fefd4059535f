import { Controller, Get } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES, covers } from '#tenancy';
import { type TestEngine, startEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';
import { type AppRoute, appRoutes, routesOf } from './app-routes.js';

/** An id of each shape that names nothing: a route that lets a caller in answers 404 or a complaint about the body, never 401. */
const NOWHERE: Readonly<Record<string, string>> = { slug: 'nowhere', id: 'x_00000000000000000000000000' };

describe('every route', () => {
  let engine: TestEngine;
  let tenant: TestTenant;
  let routes: AppRoute[];
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    engine = await startEngine();
    tenant = await engine.createTenant();
    routes = appRoutes(engine.app);
    for (const role of ROLES) {
      const response = await engine.operator('POST', `/tenants/${tenant.slug}/tokens`, { role, name: role });
      tokens.set(role, ((await response.json()) as { token: string }).token);
    }
  });
  afterAll(() => engine.close());

  const call = async ({ method, path }: AppRoute, token?: string): Promise<number> => {
    const url = engine.url + path.replaceAll(/:(\w+)/g, (_match, name: string) => NOWHERE[name] ?? 'x');
    const headers = { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) };
    const response = await fetch(url, { method, headers, redirect: 'manual', ...(method === 'GET' || method === 'DELETE' ? { headers: { ...headers, 'content-type': 'text/plain' } } : { body: '{}' }) });
    await response.arrayBuffer();
    return response.status;
  };

  it('declares what it demands of its caller, and the walk would find one that does not', () => {
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

  it('stands under the prefix of those it is for', () => {
    const misplaced = routes.filter(({ path, access }) =>
      path.startsWith('/engine/v1/admin/') ? !ROLES.some((role) => role === access) : path.startsWith('/engine/v1/operator/') ? access !== 'operator' : access !== 'public',
    );
    expect(misplaced).toEqual([]);
  });

  it('answers 401 without a token, with a wrong one, and with one for somebody else', async () => {
    const guarded = routes.filter(({ access }) => access !== 'public');
    for (const route of guarded) {
      const others = route.access === 'operator' ? tokens.get('admin') : engine.operatorToken;
      expect([route, await call(route), await call(route, 'edt_wrong'), await call(route, others)]).toEqual([route, 401, 401, 401]);
    }
  });

  it('lets in exactly the roles that cover what it demands', async () => {
    for (const route of routes) {
      const needed = ROLES.find((role) => role === route.access);
      if (needed === undefined) continue;
      for (const role of ROLES) {
        const status = await call(route, tokens.get(role));
        expect([route, role, status === 403, status === 401 || status >= 500]).toEqual([route, role, !covers(role, needed), false]);
      }
    }
  });
});
