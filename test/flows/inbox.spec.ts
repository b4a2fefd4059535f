import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { planOf } from '../../bench/inbox/plans.js';
import { QUERIES } from '../../bench/inbox/queries.js';
import { topicName } from '../../bench/inbox/world.js';
import { addTenants, seedTenants } from '../../bench/inbox/seed.js';
import type { Schemas } from '#client';
import { ids } from '#platform/database';
import { type TestEngine, startEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';
import { planOf as planOfStatement } from '../contract/page-plan.js';
import { statementsDuring } from '../contract/statements.js';
import { type StoredNeed, expectedNeeds, storedNeeds } from '../harness/expected-inbox.js';

const WITHOUT_MATCH = ['q=ite', 'q=%', 'topic=no such topic', 'site=no such site', 'worker=nobody'];
const MORE_QUERIES = [
  'q=refresh',
  'q=family1',
  'q=family1 procedure&status=open',
  'q=EVENT_1&sort=newest',
  'q=site',
  'q=site&status=all',
  'q=family1 procedure event_2&status=all',
  'q=family1&type=event_1&status=all&sort=oldest',
  `topic=${encodeURIComponent(topicName(1).toUpperCase())}`,
  ...WITHOUT_MATCH,
];

describe('the inbox', () => {
  let engine: TestEngine;
  let owner: pg.Client;
  let tenant: TestTenant;
  let stored: readonly StoredNeed[];
  let large: TestTenant;

  beforeAll(async () => {
    engine = await startEngine({ worker: false });
    tenant = await engine.createTenant('asked');
    owner = new pg.Client({ connectionString: engine.database.ownerUrl });
    await owner.connect();
    await seedTenants(owner, 'asked', 1_000);
    stored = await storedNeeds(engine.database);
  });
  afterAll(async () => {
    await owner.end();
    await engine.close();
  });

  const expected = (query: string): string[] => expectedNeeds(stored, query);
  const shown = async (query: string): Promise<string[]> => {
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { status, body }: { status: number; body: { items: Array<{ id: string }>; nextCursor: string | null } } =
        await tenant.admin('GET', `/needs?limit=97&${query}${cursor === '' ? '' : `&cursor=${cursor}`}`);
      expect([query, status]).toEqual([query, 200]);
      found.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    return found;
  };

  it('shows exactly the needs that match each filter and all together, in order and each once', async () => {
    for (const query of [...QUERIES, ...MORE_QUERIES])
      expect([query, await shown(query)]).toEqual([query, expected(query)]);
    expect(MORE_QUERIES.filter((query) => expected(query).length === 0)).toEqual(WITHOUT_MATCH);
  });

  it('finds a worker by each of their keys', async () => {
    // Those that are not resolved yet have the key that their signal named, and no worker.
    const needs = expected('worker=W-1').filter((id) =>
      stored.some((need) => need.worker !== null && ids.show('need', need.id) === id),
    );
    expect(needs.length).toBeGreaterThan(10);
    expect(await shown('worker=W-1')).toEqual(expect.arrayContaining(needs));
    const { items } = await tenant.api.listWorkers({ query: { q: 'W-1' } });
    const worker = items.find(({ externalWorkerId: key }) => key === 'W-1');
    for (const key of [worker?.id ?? '', 'W1@ASKED.example'])
      expect([key, await shown(`worker=${encodeURIComponent(key)}`)]).toEqual([key, needs]);
  });

  it('is read from an index, however many needs there are', async () => {
    await addTenants(owner, 'beside-', 100);
    await seedTenants(owner, 'beside-%', 100);
    large = await engine.createTenant('large');
    await seedTenants(owner, large.slug, 20_000);
    await owner.query('vacuum analyze');
    await engine.database.asApp(async (app) => {
      for (const query of QUERIES) {
        const { sequential, indexes, looksAt } = await planOf(app, large.id, query);
        expect([query, sequential, indexes.length > 0, looksAt < 6_000]).toEqual([query, [], true, true]);
      }
    });
  });

  it.each(['family777', 'nobody', 'family777 procedure', 'procedure family777 refresher'])(
    'finds needs by the words "%s" without reading all of them, for its pages and for bulk actions',
    async (q) => {
      const filter = { status: ['all'], q };
      const sent = await statementsDuring(engine.database, async () => {
        const page = await large.api.listNeeds({ query: { status: ['all'], q } });
        const { status, body } = await large.admin<Schemas['BulkResult']>('POST', '/needs/bulk', {
          action: 'dismiss',
          reason: 'other',
          dryRun: true,
          filter,
        });
        expect([status, body.needs]).toEqual([200, page.items.length]);
      });
      const ofNeeds = sent.filter(({ text }) => /^\s*(?:select|with)\b/.test(text) && /\bfrom need\b/.test(text));
      expect(ofNeeds.length).toBeGreaterThan(3);
      const looksAt = await engine.database.asApp(async (app) => {
        let rows = 0;
        for (const statement of ofNeeds) rows += (await planOfStatement(app, large.id, 'need', statement)).looksAt;
        return rows;
      });
      expect(looksAt).toBeLessThan(2_000);
    },
  );
});
