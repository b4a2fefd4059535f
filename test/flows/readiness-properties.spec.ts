import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addCredential } from '../factories/credentials.js';
import { addWorker } from '../factories/workers.js';
import { scaled } from '../harness/scale.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { boardSettled, expectBoardOfRule, expectCountsOfRows } from '../harness/readiness-checks.js';
import { ReadinessHistory } from '../harness/readiness-history.js';
import type { TestTenant } from '../harness/tenant.js';
import { DAY_MS } from '#platform/text';
import { Recount } from '#readiness';

const HISTORIES = scaled(1, 20);
const STEPS = scaled(36, 150);
const CLOCK_STEPS = scaled(2, 5);
const FILTERS = ['', 'site=North', 'role=Rigger', 'site=South&role=Driver', 'status=not_ready', 'kind=need', 'q=W-1'];
const isoIn = (days: number): string => new Date(Date.now() + days * DAY_MS + 1_000).toISOString();
const HISTORY_MS = scaled(120_000, 600_000);

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

const settled = (): Promise<void> => boardSettled(engine.database);

const metric = async (name: string): Promise<number> =>
  Number(new RegExp(`^readiness_${name}_total (\\d+)$`, 'm').exec(await engine.readMetrics())?.[1] ?? NaN);

/** Lets so many days pass: everything that is stored is that much older. */
const passDays = async (days: number): Promise<void> => {
  const columns = await engine.database.query<{ table: string; column: string; type: string }>(
    `select table_name as table, column_name as column, data_type as type from information_schema.columns
     where table_schema = 'public' and is_generated = 'NEVER'
       and data_type in ('timestamp with time zone', 'date')
       and table_name in ('worker', 'credential', 'onboarding_step', 'need', 'need_person', 'assignment', 'completion',
         'requirement', 'waiver', 'readiness_period', 'readiness_cause')`,
  );
  const tables = Map.groupBy(columns, ({ table }) => table);
  // Far ahead first: a key may not meet another one on its way back.
  for (const shift of [365_243, -365_243 - days])
    for (const [table, ofTable] of tables)
      await engine.database.query(
        `update ${table} set ${ofTable
          .map(({ column, type }) => `${column} = ${column} + ${type === 'date' ? shift : `interval '${shift} days'`}`)
          .join(', ')}`,
      );
};

const idOf = async ({ slug }: TestTenant): Promise<string> => {
  const [row] = await engine.database.query<{ id: string }>('select id from tenant where slug = $1', [slug]);
  return row!.id;
};

const plantDrift = (name: string): Promise<unknown> =>
  engine.database.query('update readiness_period set rank = 0, mildness = 0 where name = $1', [name]);

describe('the stored board', () => {
  it.each(Array.from({ length: HISTORIES }, (_value, index) => [index + 1]))(
    'is what the rule says of the facts, after the random history %i, now and on other days',
    async (seed) => {
      const tenant = await engine.createTenant();
      const history = new ReadinessHistory(tenant, seed);
      const recount = engine.app.get(Recount);
      const id = await idOf(tenant);
      for (let clockStep = 0; clockStep <= CLOCK_STEPS; clockStep++) {
        for (let step = 0; step < STEPS / (CLOCK_STEPS + 1); step++) await history.step();
        await settled();
        for (const days of [0, 1, 29, 31, 64.3, 125]) await expectBoardOfRule(tenant, isoIn(days));
        for (const days of [null, -1, 1, 31, 125])
          for (const filter of FILTERS)
            await expectCountsOfRows(tenant, days === null ? filter : `${filter}&asOf=${isoIn(days)}`);
        expect(await recount.recountTenant(id, { isFull: true })).toBe(0);
        expect(await metric('counts_drift')).toBe(0);
        if (clockStep < CLOCK_STEPS) await passDays(7 + 16 * clockStep);
      }
    },
    HISTORY_MS,
  );

  it('is counted anew when time alone changes it', async () => {
    const tenant = await engine.createTenant();
    await addWorker(tenant, { externalWorkerId: 'W-1', name: 'Ada' });
    await addCredential(tenant, { externalWorkerId: 'W-1', name: 'WAH licence', expiresAt: isoIn(60) });
    await settled();
    expect((await tenant.admin('GET', '/readiness/summary')).body).toMatchObject({ total: 1, ready: 1 });
    await passDays(70);
    await settled();
    expect((await tenant.admin('GET', '/readiness/summary')).body).toMatchObject({ total: 1, notReady: 1 });
    await expectCountsOfRows(tenant, '');
  });

  it('is repaired, and the drift counted, where it differs from the facts', async () => {
    const tenant = await engine.createTenant();
    await addWorker(tenant, { externalWorkerId: 'W-1', name: 'Ada' });
    await settled();
    await plantDrift('Ada');
    const id = await idOf(tenant);
    const recount = engine.app.get(Recount);
    const before = await metric('drift');
    expect(await recount.recountTenant(id, { isFull: false })).toBe(1);
    expect(await recount.recountTenant(id, { isFull: true })).toBe(0);
    expect((await tenant.admin('GET', '/readiness')).body).toMatchObject({ items: [{ status: 'ready' }] });
    expect(await metric('drift')).toBe(before + 1);
    await expectCountsOfRows(tenant, '');
  });

  it('is recounted by one process a day, and later if no process did so in its hour', async () => {
    const tenant = await engine.createTenant();
    await addWorker(tenant, { externalWorkerId: 'W-1', name: 'Grace' });
    await settled();
    await engine.database.query(
      `update tenant set recounted_at = now() - case when id = $1 then interval '30 days' else interval '0' end`,
      [await idOf(tenant)],
    );
    const recount = engine.app.get(Recount);
    const { signal } = new AbortController();
    const before = await metric('drift');
    await plantDrift('Grace');
    await Promise.all([recount.recountDue(signal), recount.recountDue(signal)]);
    expect(await metric('drift')).toBe(before + 1);
    await plantDrift('Grace');
    await recount.recountDue(signal);
    expect(await metric('drift')).toBe(before + 1);
  });
});
