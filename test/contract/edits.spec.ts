import { beforeAll, describe, expect, it } from '@jest/globals';
import { readApiDocument } from '../harness/api-documents.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { appRoutes } from './app-routes.js';
import { OwnResources, type Resource, resourcesOf } from './edits.js';
import type { ApiDocument } from './smallest-body.js';

describe('every editable resource of the admin API', () => {
  let engine: SharedEngine;
  let resources: Resource[];
  let own: OwnResources;

  beforeAll(async () => {
    engine = await sharedEngine();
    resources = resourcesOf(appRoutes(engine.app));
    own = new OwnResources(await engine.createTenant(), await readApiDocument<ApiDocument>(engine.url));
  });

  it('has an ETag in its responses, and refuses a change with another version in If-Match', async () => {
    const tagged: string[] = [];
    const faults: string[] = [];
    for (const resource of resources) {
      const look = await own.look(resource);
      if (look.etag !== null) tagged.push(resource.path.replace('/engine/v1/admin', ''));
      faults.push(...look.faults);
    }
    expect(faults).toEqual([]);
    expect(tagged).toEqual(
      expect.arrayContaining([
        '/needs/:id',
        '/courses/:id',
        '/workers/:id',
        '/groups/:id',
        '/sites/:id',
        '/credentials/:id',
        '/onboarding/:id',
        '/topics/synonyms/:id',
        '/users/:id',
        '/assignments/:id',
        '/signal-map',
        '/offer-settings',
        '/requirements/:id',
        '/readiness/policy',
      ]),
    );
  });

  it('accepts one of several concurrent changes of the same version', async () => {
    const tenant = await engine.createTenant();
    for (const [path, body] of [
      ['/signal-map', { map: {} }],
      ['/offer-settings', { completionValidDays: 7 }],
      ['/readiness/policy', { expiringWithinDays: 7 }],
    ] as const) {
      const etag = (await tenant.admin('GET', path)).headers.get('etag') ?? '';
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => tenant.admin('PUT', path, body, { 'if-match': etag })),
      );
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
        200,
        ...Array.from({ length: 7 }, () => 412),
      ]);
    }
  });

  it('is reported if it has no ETag, or if a change ignores If-Match', async () => {
    const route = (method: string, path: string) => ({
      method,
      path: `/engine/v1/admin${path}`,
      access: 'admin' as const,
    });
    expect((await own.look({ path: '/engine/v1/admin/me', edits: [route('PATCH', '/me')] })).faults).toEqual([
      'GET /engine/v1/admin/me sends no ETag, but PATCH edits it',
    ]);
    const { faults } = await own.look({
      path: '/engine/v1/admin/signal-map',
      edits: [route('POST', '/signal-map/preview')],
    });
    expect(faults).toEqual([
      expect.stringContaining('in the document'),
      expect.stringContaining('instead of 412'),
      expect.stringContaining('to an If-Match that is none'),
    ]);
  });
});
