import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import { draftCourse } from '../factories/courses.js';
import { addCredential } from '../factories/credentials.js';
import { addOnboardingStep } from '../factories/onboarding.js';
import { addRequirement } from '../factories/requirements.js';
import { sendSignal } from '../factories/signals.js';
import { addWaiver } from '../factories/waivers.js';
import { addWorker } from '../factories/workers.js';
import { type OpenApi, readApiDocument } from '../harness/api-documents.js';
import { uploadDocument } from '../harness/documents.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { httpCall } from '../harness/http-call.js';
import type { TestTenant } from '../harness/tenant.js';
import { type AppRoute, appRoutes } from './app-routes.js';

const UUID = '01936f1e-7c4b-7d2a-9f00-0123456789ab';
const cursorOf = (json: string): string => Buffer.from(json).toString('base64url');

/** No list is ordered by such keys. */
const FORGED = [
  '',
  'nonsense',
  '%00',
  cursorOf('["a'),
  cursorOf('{}'),
  cursorOf('"a"'),
  cursorOf('null'),
  cursorOf('[]'),
  cursorOf('[null]'),
  cursorOf('[true]'),
  cursorOf('[{"a":1}]'),
  cursorOf('[["a"]]'),
  cursorOf(String.raw`["\u0000"]`),
  cursorOf(String.raw`["\ud800"]`),
  cursorOf(`["${UUID}","${UUID}"]`),
  cursorOf('[4,"x"]'),
  cursorOf(`[4,"${UUID}\\n"]`),
  cursorOf(`[4,"${UUID}",4]`),
  cursorOf(`["4","${UUID}"]`),
  cursorOf(`[4.5,"${UUID}"]`),
  cursorOf(`[2147483648,"${UUID}"]`),
  cursorOf(`[1e999,"${UUID}"]`),
];

/** Some list is ordered by such keys; it shows what is behind them. */
const OF_SOME_LIST = [
  cursorOf('[7]'),
  cursorOf('["x"]'),
  cursorOf(`["${UUID}"]`),
  cursorOf(`[4,"${UUID}"]`),
  cursorOf(`["2026-11-25T04:05:06.789Z","${UUID}"]`),
  cursorOf(`[2147483647,"${UUID}"]`),
  cursorOf(`[-2147483647,"${UUID}"]`),
];

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
    for (const name of ['First', 'Second', 'Third']) {
      await draftCourse(tenant, { title: name });
      await tenant.admin('POST', '/tokens', { name, role: 'viewer' });
      await tenant.admin('POST', '/users', { email: `${name}@example.com`, role: 'viewer' });
      await tenant.admin('POST', '/webhooks', { url: 'http://127.0.0.1:9/' });
      await tenant.admin('POST', '/secrets', { name });
      await tenant.admin('POST', '/views', { name, page: name === 'First' ? 'needs' : 'drafts', query: '' });
      await tenant.admin('POST', '/topics/synonyms', { topic: name, means: 'Another' });
      await uploadDocument(tenant, { title: name, name: 'rules.md', content: 'Wear a helmet.' });
      await addWorker(tenant, {
        name,
        externalWorkerId: name,
        site: `Site ${name}`,
        groups: [`Group ${name}`],
      });
      await addCredential(tenant, {
        externalWorkerId: name,
        name: 'Licence',
        expiresAt: name === 'First' ? null : '2027-01-31',
      });
      await addOnboardingStep(tenant, { externalWorkerId: name, step: 'Sign' });
      await addRequirement(tenant, {
        appliesTo: { kind: 'site', name: `Site ${name}` },
        credential: 'Licence',
      });
      await sendSignal(tenant, { site: name, severity: name === 'Second' ? 4 : 1 });
    }
    const shown = async (path: string): Promise<string[]> =>
      (await tenant.admin<{ items: Array<{ id: string }> }>('GET', path)).body.items.map(({ id }) => id);
    for (const workerId of await shown('/workers'))
      await addWaiver(tenant, { workerId, credential: 'Licence', until: '2099-12-31', note: 'Booked' });
    const [courseId] = await shown('/courses');
    await tenant.admin('POST', `/courses/${courseId}/publish`);
    for (const id of await shown('/needs'))
      await tenant.admin('POST', `/needs/${id}/offer`, { courseId, target: { kind: 'everyone' } });
    for (const topic of ['Quarry blasting', 'Ship unloading'])
      await sendSignal(tenant, { site: 'Site D', topic }, 'audit');
    for (const id of await shown('/needs?type=audit')) await tenant.admin('POST', `/needs/${id}/author`, {});
    await engine.database.query(
      `update need set resolution_error = 'failed', resolution_failed_at = date_trunc('milliseconds', now())`,
    );
    await engine.database.query(
      `insert into readiness_period (tenant_id, worker_id, valid_from, valid_to, is_current, rank, mildness, since,
          kinds, name, name_key)
       select tenant_id, id, date_trunc('milliseconds', now()), 'infinity', true, 2, 4,
         date_trunc('milliseconds', now()), 0, name, lower(name) from worker`,
    );
    const below = await makeListsBelow();
    const routes = (await listRoutes()).map((route) => ({ ...route, path: below.get(route.path) ?? route.path }));
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

  /** The lists of what belongs to one resource, with the id of one that has two of them. */
  async function makeListsBelow(): Promise<ReadonlyMap<string, string>> {
    const idOf = async (path: string): Promise<string> =>
      (await tenant.admin<{ items: Array<{ id: string }> }>('GET', path)).body.items[0]?.id ?? '';
    const [webhookId, draftId] = [await idOf('/webhooks'), await idOf('/drafts')];
    for (const body of ['First', 'Second']) {
      await tenant.admin('POST', `/webhooks/${webhookId}/test`);
      await tenant.admin('POST', `/drafts/${draftId}/comments`, { body });
    }
    await engine.database.query(
      `insert into draft_version (tenant_id, draft_id, version, actor, changed, content)
       select tenant_id, id, n, 'operator', '{}', '{}' from draft, generate_series(1, 2) as n where id = $1`,
      [ids.parse('drf', draftId)],
    );
    return new Map([
      ['/engine/v1/operator/tenants/:slug/secrets', `/engine/v1/operator/tenants/${tenant.slug}/secrets`],
      ['/engine/v1/operator/tenants/:slug/tokens', `/engine/v1/operator/tenants/${tenant.slug}/tokens`],
      ['/engine/v1/admin/webhooks/:id/deliveries', `/engine/v1/admin/webhooks/${webhookId}/deliveries`],
      ['/engine/v1/admin/drafts/:id/comments', `/engine/v1/admin/drafts/${draftId}/comments`],
      ['/engine/v1/admin/drafts/:id/versions', `/engine/v1/admin/drafts/${draftId}/versions`],
    ]);
  }

  /** The routes without a parameter, and those with one that the document describes as lists. */
  async function listRoutes(): Promise<AppRoute[]> {
    const { paths } = await readApiDocument<OpenApi>(engine.url);
    const isList = (path: string): boolean =>
      paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.['get']?.operationId.startsWith('list') === true;
    return appRoutes(engine.app).filter(
      ({ method, path }) => method === 'GET' && (!path.includes(':') || isList(path)),
    );
  }

  it('below another resource has an example here', () => {
    expect(withoutExample.map(({ path }) => `add ${path} to makeListsBelow()`)).toEqual([]);
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
