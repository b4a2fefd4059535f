import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { publishedCourse } from '../factories/courses.js';
import { bulkDone, undo } from '../factories/operations.js';
import { signal } from '../factories/signals.js';
import { importWorkers } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { scimOf } from '../harness/scim.js';
import type { TestTenant } from '../harness/tenant.js';
import { rowsOf } from './page-plan.js';
import { statementsDuring } from './statements.js';

const PEOPLE = 600;
/** Index entries that are read for each person. */
const MAX_ENTRIES = 2_500;
/**
 * Rows that the statements of a page look at: each may read all rows of a tenant once, for a filter or an order. Some
 * read them twice if PostgreSQL analyzes their tables meanwhile. Read again for each row of a page, they are 50 times
 * as many.
 */
const MAX_ROWS = 20 * PEOPLE;

/**
 * The planner knows tenants by the statistics of PostgreSQL. Beside those of other tenants, it takes one that they do
 * not have for a tenant of one row, and a join that reads all of its rows for each row for cheap.
 */
describe('for a tenant that is in no statistics, beside tenants that are', () => {
  let engine: TestEngine;
  let tenant: TestTenant;
  let before: number;
  const scim = scimOf(() => tenant);

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
    const table = (fields: string, rest: string): string =>
      [`externalWorkerId,${fields}`, ...keys.map((key) => `${key},${rest}`)].join('\n');
    await importWorkers(of, table('name,groups', 'Person,Crew'));
    await of.importRows('/credentials', table('name', 'Licence'));
    await of.importRows('/onboarding', table('step', 'Tour'));
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

  /** The rows that the statements of a call look at. */
  async function rowsReadFor(call: () => Promise<{ readonly status: number }>): Promise<number> {
    const sent = await statementsDuring(engine.database, async () => {
      expect(await call()).toMatchObject({ status: 200 });
    });
    const reading = sent.filter(({ text }) => /^\s*(?:select|with)\b/.test(text) && /\btenant_id\b/.test(text));
    expect(reading).not.toEqual([]);
    return rowsOf(engine.database, tenant.id, reading);
  }

  it('an import and signals bring up a board', async () => {
    before = await entriesRead();
    await raised(tenant, PEOPLE);
    expect(await tenant.api.listReadiness({ query: { limit: 1 } })).toMatchObject({ total: PEOPLE });
  });

  it.each([
    '/needs',
    '/signals',
    '/credentials',
    '/credentials?worker=P-7',
    '/onboarding?worker=P-7',
    '/readiness',
    '/readiness?group=Crew',
    '/readiness?topic=Rigging',
    '/readiness/summary?group=Crew',
  ])('a page of %s reads no rows of the tenant again for each of its rows', async (path) => {
    expect(await rowsReadFor(() => tenant.admin('GET', path))).toBeLessThan(MAX_ROWS);
  });

  it.each(['userName', 'externalId'])('a search of an identity provider by %s reads few rows', async (attribute) => {
    const filter = encodeURIComponent(`${attribute} eq "P-7"`);
    expect(await rowsReadFor(() => scim.call('GET', `/Users?filter=${filter}`))).toBeLessThan(MAX_ROWS);
  });

  it('an offer to a group looks up its people once', async () => {
    const { items } = await tenant.api.listNeeds({ query: { limit: 1 } });
    const body = { dryRun: true, target: { kind: 'group', id: 'Crew' } };
    const rows = await rowsReadFor(() => tenant.admin('POST', `/needs/${items[0]?.id}/offer`, body));
    expect(rows).toBeLessThan(2 * MAX_ROWS);
  });

  it('a page of the board reads no rows again while needs of everybody are pending', async () => {
    await engine.database.query(
      `insert into readiness_mark (tenant_id, worker_id, need_id)
        select tenant_id, worker_id, need_id from need_person where tenant_id = $1`,
      [tenant.id],
    );
    const rows = await engine.database.inTransaction(async (tx) => {
      // Nobody takes the marks meanwhile.
      await tx.query('lock table readiness_mark in share row exclusive mode');
      return rowsReadFor(() => tenant.admin('GET', '/readiness'));
    });
    // Several statements join them in many steps. Read again for each of them, they are hundreds for each person.
    expect(rows).toBeLessThan(5 * MAX_ROWS);
    await settled();
  });

  it('with decisions, an offer and their undo, they read a bounded number of rows for each person', async () => {
    const actions: ReadonlyArray<Schemas['BulkBody']> = [{ action: 'dismiss', reason: 'other' }, { action: 'offer' }];
    for (const action of actions) {
      const operationId = await bulkDone(tenant, { filter: { status: ['open'] }, ...action });
      await settled();
      expect(await rowsReadFor(() => tenant.admin('GET', '/readiness'))).toBeLessThan(MAX_ROWS);
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
