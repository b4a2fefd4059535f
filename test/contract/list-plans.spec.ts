import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import { type OpenApi, hasPages, readApiDocument } from '../harness/api-documents.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';
import { LISTS } from './list-queries.js';
import { seedLists } from './list-seed.js';
import { type PagePlan, planOf, rowsOf } from './page-plan.js';
import { statementsDuring } from './statements.js';

const ROWS = 3_000;
const PAGE = 20;
/**
 * The number of rows of its table that a page may read: its own rows, and a few more that a second filter or an order
 * over several sources leaves out.
 */
const AT_MOST = 10 * PAGE;

/** `matrix-plans.spec.ts` tests it. */
const MATRIX = '/engine/v1/admin/readiness/matrix';

describe('a page of every list', () => {
  let engine: TestEngine;
  let tenant: TestTenant;
  let tenantId: string;
  const known: Record<string, string> = {};

  beforeAll(async () => {
    engine = await startEngine({ worker: false });
    for (const n of [1, 2, 3, 4, 5]) await engine.createTenant(`beside-${n}`);
    tenant = await engine.createTenant('many');
    await seedLists(engine.database, 'beside-%', 600);
    await seedLists(engine.database, 'many', ROWS);
    const [row] = await engine.database.query<{
      id: string;
      need: string;
      course: string;
      webhook: string;
      draft: string;
      document: string;
      operation: string;
    }>(`select tenant.id, need.id as need, course.id as course, endpoint.id as webhook, draft.id as draft,
        document.id as document, (select distinct operation_id from operation_item where tenant_id = tenant.id) as
        operation
      from tenant join need on need.tenant_id = tenant.id and dedupe_key = 'k7'
      join course on course.tenant_id = tenant.id and title = 'Course 7'
      join draft on draft.tenant_id = tenant.id and draft.topic = 'Topic 7'
      join document on document.tenant_id = tenant.id and document.title = 'Document 7'
      join webhook_endpoint endpoint on endpoint.tenant_id = tenant.id and url = 'https://example.com/7'
      where slug = 'many'`);
    tenantId = row!.id;
    Object.assign(known, {
      NEED: ids.show('need', row!.need),
      COURSE: ids.show('crs', row!.course),
      '/webhooks/{id}/deliveries': ids.show('whk', row!.webhook),
      '/drafts/{id}/versions': ids.show('drf', row!.draft),
      '/drafts/{id}/comments': ids.show('drf', row!.draft),
      '/documents/{id}/passages': ids.show('doc', row!.document),
      '/operations/{id}': ids.show('op', row!.operation),
    });
  });
  afterAll(() => engine.close());

  const planOfPage = async (path: string, table: string, query: string): Promise<PagePlan> => {
    const asked = query.replace(/NEED|COURSE/, (name) => known[name] ?? '');
    const sent = await statementsDuring(engine.database, async () => {
      const { status } = await tenant.admin('GET', `${path.replace('{id}', known[path] ?? '')}?${asked}&limit=${PAGE}`);
      expect({ path, query, status }).toEqual({ path, query, status: 200 });
    });
    const [page, ...others] = sent.filter(
      ({ text }) =>
        /^\s*(?:select|with)/.test(text) && new RegExp(`from "?${table}"?\\b`).test(text) && /\blimit\b/.test(text),
    );
    expect({ path, page: page === undefined, others }).toEqual({ path, page: false, others: [] });
    return await engine.database.asApp((app) => planOf(app, tenantId, table, page!));
  };

  it('is tested here with each filter and order of the list', async () => {
    const document = await readApiDocument<OpenApi>(engine.url);
    const lists = Object.entries(document.paths).flatMap(([path, { get }]) =>
      path.startsWith('/engine/v1/admin/') && path !== MATRIX && get !== undefined && hasPages(document, get)
        ? [{ path: path.replace('/engine/v1/admin', ''), get }]
        : [],
    );
    const paths = lists.map(({ path }) => path);
    expect([
      ...paths
        .filter((path) => !(path in LISTS))
        .map((path) => `add ${path} to LISTS (list-queries.ts), and rows to list-seed.ts`),
      ...Object.keys(LISTS)
        .filter((path) => !paths.includes(path))
        .map((path) => `remove ${path} from LISTS`),
    ]).toEqual([]);
    for (const { path, get } of lists) {
      const { queries = [], walks = {} } = LISTS[path] ?? {};
      const offered = (get.parameters ?? [])
        .filter((parameter) => parameter.in === 'query' && !['cursor', 'limit'].includes(parameter.name))
        .map(({ name }) => name);
      const measured = new Set([
        ...queries.flatMap((query) => [...new URLSearchParams(query).keys()]),
        ...Object.keys(walks),
      ]);
      expect({ path, offered: offered.toSorted() }).toEqual({ path, offered: [...measured].toSorted() });
    }
  });

  it.each(Object.entries(LISTS))(
    'of %s is read from an index for its filters, without a sequential scan',
    async (path, { table, queries }) => {
      const wrong: string[] = [];
      for (const query of queries) {
        const { sequential, looksAt } = await planOfPage(path, table, query);
        if (sequential.length > 0 || looksAt > AT_MOST)
          wrong.push(
            `${path}?${query} looks at ${looksAt} rows${sequential.map((name) => `, reads all of ${name}`).join('')}`,
          );
      }
      expect(wrong).toEqual([]);
    },
  );

  it('is reported if it has no index', async () => {
    const { looksAt } = await planOfPage('/workers', 'worker', 'q=nobody');
    expect(looksAt).toBeGreaterThanOrEqual(ROWS);
  });

  it('of the board with a text reads people and workers once', async () => {
    const sent = await statementsDuring(engine.database, async () => {
      expect(await tenant.admin('GET', '/readiness?q=w-77')).toMatchObject({ status: 200, body: { total: 11 } });
    });
    const ofBoard = sent.filter(
      ({ text }) => /^\s*(?:select|with)\b/.test(text) && /\breadiness_period\b|\bworker\b/.test(text),
    );
    // Each table once, in the index and then in the heap.
    expect(await rowsOf(engine.database, tenantId, ofBoard)).toBeLessThan(5 * ROWS);
  });
});
