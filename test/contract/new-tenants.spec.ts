import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operationEnded, undo } from '../factories/operations.js';
import { publishedCourse } from '../factories/courses.js';
import { signal } from '../factories/signals.js';
import { importWorkers } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const PEOPLE = 600;
/** Index entries that are read for each person. */
const MAX_ENTRIES = 2_500;

/**
 * The planner knows tenants by the statistics of PostgreSQL. Beside those of other tenants, it takes one that they do
 * not have for a tenant of one row, and a join that reads all of its rows for each row for cheap.
 */
describe('for a tenant that is in no statistics, beside tenants that are', () => {
  let engine: TestEngine;
  let tenant: TestTenant;
  let operationId: string;

  beforeAll(async () => {
    engine = await startEngine();
    await raised(await engine.createTenant(), 200);
    await engine.database.query('analyze');
    tenant = await engine.createTenant();
  });
  afterAll(() => engine.close());

  async function raised(of: TestTenant, people: number): Promise<void> {
    const keys = Array.from({ length: people }, (_, n) => `P-${n}`);
    await publishedCourse(of, { title: 'Rigging', topics: ['Rigging'] });
    await importWorkers(of, ['externalWorkerId,name', ...keys.map((key) => `${key},Person`)].join('\n'));
    await of.importRows('/credentials', ['externalWorkerId,name', ...keys.map((key) => `${key},Licence`)].join('\n'));
    await of.send(keys.map((key) => signal({ external_worker_id: key, topic: 'Rigging' })));
    await settled();
  }

  /** Waits until all needs are resolved, and the board shows them. */
  async function settled(): Promise<void> {
    await eventually(async () => {
      expect(await engine.database.query('select from need where unresolved_since is not null limit 1')).toEqual([]);
      expect(await engine.database.query('select from readiness_mark limit 1')).toEqual([]);
    });
  }

  async function entriesRead(): Promise<number> {
    await engine.database.query('select pg_stat_force_next_flush()');
    const [counted] = await engine.database.query<{ read: number }>(
      'select sum(idx_tup_read)::integer as read from pg_stat_user_indexes',
    );
    return counted?.read ?? 0;
  }

  const bulk = async (body: object): Promise<void> => {
    const started = await tenant.admin<{ operationId: string }>('POST', '/needs/bulk', {
      filter: { status: ['open'] },
      ...body,
    });
    ({ operationId } = started.body);
    await operationEnded(tenant, operationId);
  };

  it('an import, signals, decisions, an offer and their undo read a bounded number of rows for each person', async () => {
    const before = await entriesRead();
    await raised(tenant, PEOPLE);
    for (const action of [{ action: 'dismiss', reason: 'other' }, { action: 'offer' }]) {
      await bulk(action);
      await settled();
      await undo(tenant, operationId);
      await settled();
    }
    // A connection reports what it has read when it ends.
    await engine.app.close();
    const read = await eventually(async () => {
      const entries = (await entriesRead()) - before;
      expect(entries).toBeGreaterThan(PEOPLE);
      return entries;
    });
    expect(read / PEOPLE).toBeLessThan(MAX_ENTRIES);
  });
});
