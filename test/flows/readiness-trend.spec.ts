import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { planOf } from '../contract/page-plan.js';
import { statementsDuring } from '../contract/statements.js';
import { addManyWorkers } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { boardSettled } from '../harness/readiness-checks.js';
import { ReadinessHistory } from '../harness/readiness-history.js';
import type { TestTenant } from '../harness/tenant.js';

const DAYS = 15;

describe('the trend', () => {
  let engine: TestEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await startEngine();
    tenant = await engine.createTenant();
    const history = new ReadinessHistory(tenant, 11);
    for (let day = 0; day < DAYS; day++) {
      for (let step = 0; step < 3; step++) await history.step();
      await boardSettled(engine.database);
      await age();
    }
  });

  afterAll(() => engine.close());

  /** What has been until now was a day earlier. */
  const age = (): Promise<unknown> =>
    engine.database.query(
      `update readiness_period set valid_from = valid_from - interval '1 day',
         valid_to = valid_to - case when valid_to <= now() then interval '1 day' else interval '0' end
       where tenant_id = $1 and valid_from <= now()`,
      [tenant.id],
    );

  it.each([{}, { site: 'North' }])('counts each day as the summary of that day, with %j', async (filter) => {
    const { days } = await tenant.api.getReadinessTrend({ query: { days: DAYS + 2, ...filter } });
    const summaries: Array<Schemas['TrendView']['days'][number]> = [];
    for (const { date } of days) {
      const asOf = date === days.at(-1)?.date ? {} : { asOf: date };
      const { total, ready, atRisk, notReady } = await tenant.api.getReadinessSummary({
        query: { ...filter, ...asOf },
      });
      summaries.push({ date, total, ready, atRisk, notReady });
    }
    expect(days).toEqual(summaries);
    expect(new Set(days.map(({ notReady }) => notReady)).size).toBeGreaterThan(1);
  });

  it('reads only what has changed in its days, however many people there are', async () => {
    const large = await engine.createTenant();
    await addManyWorkers(engine, large, 2_000);
    await engine.database.query(
      `insert into readiness_period (tenant_id, worker_id, valid_from, valid_to, is_current, rank, mildness, since, kinds,
         name, name_key)
       select tenant_id, id, now() - interval '90 days', 'infinity', true, 2, 4, now(), 0, name, lower(name)
       from worker where tenant_id = $1`,
      [large.id],
    );
    await engine.database.query('analyze readiness_period');
    const sent = await statementsDuring(engine.database, () => large.api.getReadinessTrend({ query: { days: 30 } }));
    const statement = sent.find(({ text }) => text.includes('width_bucket'));
    const { looksAt } = await engine.database.asApp((app) => planOf(app, large.id, 'readiness_period', statement!));
    expect(looksAt).toBeLessThan(100);
  });
});
