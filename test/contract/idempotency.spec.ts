import { beforeAll, describe, expect, it } from '@jest/globals';
import { readApiDocument } from '../harness/api-documents.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';
import { type AppRoute, appRoutes } from './app-routes.js';
import type { ApiDocument } from './smallest-body.js';

describe('every changing route of the admin API', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  let routes: AppRoute[];

  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
    tenant = await engine.createTenant();
    routes = appRoutes(engine.app).filter(
      ({ path, method }) => path.startsWith('/engine/v1/admin/') && method !== 'GET',
    );
  });

  /** A malformed key is refused before anything else is checked: a route that does not refuse it has not read it. */
  const readsKey = async ({ method, path }: AppRoute): Promise<boolean> => {
    const answer = await tenant.admin<{ errors?: Array<{ field: string }> }>(
      method,
      path.replace('/engine/v1/admin', ''),
      ['GET', 'DELETE'].includes(method) ? undefined : {},
      { 'idempotency-key': 'x'.repeat(256) },
    );
    return answer.status === 422 && answer.body.errors?.[0]?.field === 'Idempotency-Key';
  };

  it('supports Idempotency-Key', async () => {
    expect(routes.length).toBeGreaterThan(30);
    const deaf: string[] = [];
    for (const route of routes) if (!(await readsKey(route))) deaf.push(`${route.method} ${route.path}`);
    expect(deaf).toEqual([]);
  });

  it('describes it in the API document', async () => {
    const { paths } = await readApiDocument<ApiDocument>(engine.url);
    const silent = routes.filter(({ method, path }) => {
      const operation = paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      return operation?.parameters?.some(({ name }) => name === 'Idempotency-Key') !== true;
    });
    expect(silent).toEqual([]);
  });

  it('is reported if it does not support it', async () => {
    expect(await readsKey({ method: 'GET', path: '/engine/v1/admin/me', access: 'viewer' })).toBe(false);
  });
});
