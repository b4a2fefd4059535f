import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addManyWorkers, addWorker, importWorkers } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { boardSettled, expectBoardOfRule } from '../harness/readiness-checks.js';
import type { TestTenant } from '../harness/tenant.js';

/** More people than share a set with other tenants. */
const PEOPLE_AT_SITE = 120;
/** More people than one transaction moves on. */
const PEOPLE_MOVED_ON = 1_200;
/** More people than one mark names, and than one transaction computes. */
const PEOPLE_IMPORTED = 2_200;

let engine: TestEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

const importPeople = (count: number): ReturnType<typeof importWorkers> => {
  const rows = Array.from({ length: count }, (_value, index) => `W-${index},Worker ${index}`);
  return importWorkers(tenant, ['externalWorkerId,name', ...rows].join('\n'));
};

describe('a need of many people', () => {
  beforeAll(async () => {
    tenant = await engine.createTenant();
    await addManyWorkers(engine, tenant, PEOPLE_AT_SITE, { site: 'Quarry' });
    await report({ severity: 2 });
  });

  const report = async (data: object, type = 'incident'): Promise<void> => {
    const event = { event: `signal.${type}`, data: { site: 'Quarry', topic: 'Blasting', dedupe_key: 'b', ...data } };
    expect((await tenant.send(event)).status).toBe(200);
    await boardSettled(engine.database);
  };
  /** How many marks `change` stores: one for each person whose readiness is computed, and a few of needs. */
  const marksOf = async (change: () => Promise<unknown>): Promise<number> => {
    const count = async (): Promise<number> => {
      const [row] = await engine.database.query<{ count: number }>(
        `select nextval(pg_get_serial_sequence('readiness_mark', 'id'))::int as count`,
      );
      return row!.count;
    };
    const before = await count();
    await change();
    await boardSettled(engine.database);
    return (await count()) - before - 1;
  };

  it('is not computed again for all of them if another report of it changes nothing for them', async () => {
    expect(await marksOf(() => report({ severity: 2, reference: 'NM-2' }, 'near_miss'))).toBeLessThan(10);
    await expectBoardOfRule(tenant, null);
  });

  it('is computed again only for who joins their site', async () => {
    expect(await marksOf(() => addWorker(tenant, { externalWorkerId: 'new', site: 'Quarry' }))).toBeLessThan(10);
    await expectBoardOfRule(tenant, null);
  });

  it('is computed again for all of them if it becomes more severe', async () => {
    expect(await marksOf(() => report({ severity: 4 }))).toBeGreaterThan(PEOPLE_AT_SITE);
    await expectBoardOfRule(tenant, null);
  });

  it('is computed again for all of them if it is over', async () => {
    expect(await marksOf(() => report({ action: 'resolve' }))).toBeGreaterThan(PEOPLE_AT_SITE);
    await expectBoardOfRule(tenant, null);
  });
});

describe('many people', () => {
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  it('whose periods end at the same instant are all shown so, and moved on in transactions of bounded size', async () => {
    await importPeople(PEOPLE_MOVED_ON);
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
      expect(await tenant.api.getReadinessSummary()).toMatchObject({
        total: PEOPLE_MOVED_ON,
        notReady: PEOPLE_MOVED_ON,
      }),
    );
    const sets = await engine.database.query<{ people: number }>(
      `select count(*)::int as people from readiness_period where tenant_id = $1 and is_current group by xmin`,
      [tenant.id],
    );
    expect(Math.max(...sets.map(({ people }) => people))).toBeLessThan(PEOPLE_MOVED_ON);
  });

  /**
   * The people whom the metrics count as not yet computed. A scrape has no gauge that is not read within two seconds.
   */
  const stalePeople = (): Promise<number> =>
    eventually(async () => {
      const lines = (await engine.readMetrics())
        .split('\n')
        .filter((line) => line.startsWith('readiness_stale_marks{'));
      expect(lines).toHaveLength(3);
      return lines.reduce((sum, line) => sum + Number(line.split(' ')[1]), 0);
    });

  it('who are imported are all counted as waiting for the board, which then shows them all', async () => {
    await boardSettled(engine.database);
    await engine.database.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'marks are held'; end $$;
       create trigger held before delete on readiness_mark for each row execute function refuse()`,
    );
    expect((await importPeople(PEOPLE_IMPORTED)).status).toBe(200);
    expect(await stalePeople()).toBe(PEOPLE_IMPORTED);
    await engine.database.query('drop trigger held on readiness_mark');
    await boardSettled(engine.database);
    expect((await tenant.api.listReadiness({ query: { limit: 1 } })).total).toBe(PEOPLE_IMPORTED);
  });
});
