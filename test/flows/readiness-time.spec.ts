import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importWorkers } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { boardSettled } from '../harness/readiness-history.js';

/** More than one transaction moves on. */
const PEOPLE = 1_200;

describe('the end of many periods at the same instant', () => {
  let engine: TestEngine;

  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.close());

  it('is shown for everybody, and passed in transactions of bounded size', async () => {
    const tenant = await engine.createTenant();
    const rows = Array.from({ length: PEOPLE }, (_value, index) => `W-${index},Worker ${index}`);
    await importWorkers(tenant, ['externalWorkerId,name', ...rows].join('\n'));
    await boardSettled(engine.database);
    await engine.database.query(
      `with ended as (
         update readiness_period set valid_to = now() where tenant_id = $1 and is_current returning *
       )
       insert into readiness_period (tenant_id, worker_id, valid_from, valid_to, is_current, rank, mildness, since, kinds,
         name, name_key)
       select tenant_id, worker_id, valid_to, 'infinity', false, 0, 0, valid_to, kinds, name, name_key from ended`,
      [tenant.id],
    );
    await eventually(async () =>
      expect(await tenant.api.getReadinessSummary()).toMatchObject({ total: PEOPLE, notReady: PEOPLE }),
    );
    const sets = await engine.database.query<{ people: number }>(
      `select count(*)::int as people from readiness_period where tenant_id = $1 and is_current group by xmin`,
      [tenant.id],
    );
    expect(Math.max(...sets.map(({ people }) => people))).toBeLessThan(PEOPLE);
  });
});
