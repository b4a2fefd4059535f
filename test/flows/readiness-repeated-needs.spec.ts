import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addManyWorkers, addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { boardSettled, expectBoardOfRule } from '../harness/readiness-history.js';
import type { TestTenant } from '../harness/tenant.js';

/** More than share a set with other tenants. */
const PEOPLE = 120;

let engine: TestEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await startEngine();
  tenant = await engine.createTenant();
  await addManyWorkers(engine, tenant, PEOPLE, { site: 'Quarry' });
  await report({ severity: 2 });
});
afterAll(() => engine.close());

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

describe('a need of many people', () => {
  it('is not computed again for all of them if another report of it changes nothing for them', async () => {
    expect(await marksOf(() => report({ severity: 2, reference: 'NM-2' }, 'near_miss'))).toBeLessThan(10);
    await expectBoardOfRule(tenant, null);
  });

  it('is computed again only for who joins their site', async () => {
    expect(await marksOf(() => addWorker(tenant, { externalWorkerId: 'new', site: 'Quarry' }))).toBeLessThan(10);
    await expectBoardOfRule(tenant, null);
  });

  it('is computed again for all of them if it becomes more severe', async () => {
    expect(await marksOf(() => report({ severity: 4 }))).toBeGreaterThan(PEOPLE);
    await expectBoardOfRule(tenant, null);
  });

  it('is computed again for all of them if it is over', async () => {
    expect(await marksOf(() => report({ action: 'resolve' }))).toBeGreaterThan(PEOPLE);
    await expectBoardOfRule(tenant, null);
  });
});
