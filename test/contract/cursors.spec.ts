import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { httpCall } from '../harness/http-call.js';
import type { TestTenant } from '../harness/tenant.js';
import type { AppRoute } from './app-routes.js';
import { fillLists, listRoutes } from './filled-lists.js';
import { FORGED, OF_SOME_LIST } from './forged-cursors.js';

interface PageResponse {
  readonly status: number;
  readonly body: {
    readonly items?: object[];
    /** Of the matrix, whose page has columns too. */
    readonly rows?: object[];
    readonly nextCursor: string | null;
    readonly errors?: Array<{ field: string }>;
  };
}

function itemsOf(answer: PageResponse | null): object[] {
  return answer?.body.items ?? answer?.body.rows ?? [];
}

function expectRefused({ path }: AppRoute, answer: PageResponse | null): void {
  const fields = answer?.body.errors?.map(({ field }) => field);
  expect([path, answer?.status, fields]).toEqual([path, 422, ['cursor']]);
}

describe('every list', () => {
  let engine: TestEngine;
  let tenant: TestTenant;
  let lists: AppRoute[];
  let withoutExample: readonly AppRoute[];

  const get = async ({ path, access }: AppRoute, query: string): Promise<PageResponse | null> => {
    const headers = { authorization: `Bearer ${access === 'operator' ? engine.operatorToken : tenant.adminToken}` };
    const response = await httpCall('GET', `${engine.url}${path}${path.includes('?') ? '&' : '?'}${query}`, {
      headers,
    });
    if (/json/.test(response.headers.get('content-type') ?? ''))
      return { status: response.status, body: JSON.parse(await response.text()) };
    // Not read to its end, because an event stream has none.
    await response.body?.cancel();
    return null;
  };

  beforeAll(async () => {
    engine = await startEngine({ worker: false });
    tenant = await engine.createTenant();
    await engine.createTenant();
    const below = await fillLists(engine, tenant);
    const routes = (await listRoutes(engine)).map((route) => ({ ...route, path: below.get(route.path) ?? route.path }));
    withoutExample = routes.filter(({ path }) => path.includes(':'));
    // One after the other: if all are sent at once, they wait for connections, and some are answered 503.
    const found: AppRoute[] = [];
    for (const route of routes) if (Object.hasOwn((await get(route, ''))?.body ?? {}, 'nextCursor')) found.push(route);
    // A list with several orders counts as several lists.
    const sorts: Readonly<Record<string, readonly string[]>> = {
      '/engine/v1/admin/needs': ['?sort=newest', '?sort=oldest'],
      '/engine/v1/admin/assignments': ['?sort=due'],
    };
    lists = found.flatMap((route) =>
      ['', ...(sorts[route.path] ?? [])].map((sort) => ({ ...route, path: route.path + sort })),
    );
  });
  afterAll(() => engine.close());

  it('below another resource has an example here', () => {
    expect(withoutExample.map(({ path }) => `add ${path} to fillListsBelow() of filled-lists.ts`)).toEqual([]);
  });

  it('is covered by this test', () => {
    expect(lists.map(({ path }) => path.replace(/^\/engine\/v1\//, ''))).toEqual(
      expect.arrayContaining([
        'admin/assignments',
        'admin/assignments?sort=due',
        'admin/operations',
        'admin/authoring/ledger',
        'admin/courses',
        'admin/documents',
        'admin/drafts',
        'admin/groups',
        'admin/needs',
        'admin/needs?sort=newest',
        'admin/readiness',
        'admin/readiness/matrix',
        'admin/requirements',
        'admin/signals',
        'admin/sites',
        'admin/tokens',
        'admin/topics/synonyms',
        'admin/users',
        'admin/views',
        'admin/waivers',
        'admin/webhooks',
        'admin/workers',
        'operator/failures',
        'operator/tenants',
      ]),
    );
  });

  /** All items, read one by one. */
  const itemsOneByOne = async (list: AppRoute): Promise<object[]> => {
    const shown: object[] = [];
    for (let cursor: string | null | undefined = ''; typeof cursor === 'string';) {
      const page: PageResponse | null = await get(list, `limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
      shown.push(...itemsOf(page));
      cursor = page?.body.nextCursor;
    }
    return shown;
  };

  it('has the same items page by page as in one page', async () => {
    for (const list of lists) {
      // An item may change between the two: the last use of a secret is stored some seconds later.
      await eventually(async () => {
        const shown = await itemsOneByOne(list);
        expect([list.path, shown]).toEqual([list.path, itemsOf(await get(list, 'limit=200'))]);
        expect([list.path, shown.length > 1]).toEqual([list.path, true]);
      });
    }
  });

  it.each(FORGED)('responds with 422 and names the cursor if it is %j', async (cursor) => {
    for (const list of lists) {
      expectRefused(list, await get(list, `cursor=${cursor}`));
    }
  });

  it.each(OF_SOME_LIST)(
    'accepts the cursor %j if it fits its order, and otherwise names it in a 422',
    async (cursor) => {
      const statuses = new Set<number | undefined>();
      for (const list of lists) {
        const answer = await get(list, `cursor=${cursor}`);
        statuses.add(answer?.status);
        if (answer?.status !== 200) expectRefused(list, answer);
      }
      expect(statuses).toEqual(new Set([200, 422]));
    },
  );
});
