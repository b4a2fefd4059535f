import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { boardSettled } from '../harness/readiness-checks.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';

/** Those that have their own label. */
const NAMED = 100;

let engine: TestEngine;
let tenant: TestTenant;
beforeAll(async () => {
  engine = await startEngine();
  tenant = await engine.createTenant();
  await addWorker(tenant, { name: 'Ada' });
  await boardSettled(engine.database);
});
afterAll(() => engine.close());

/** The tenants of the gauge, with their people. A scrape has no gauge whose values are not read within two seconds. */
function shown(worker: Pick<TestEngine, 'readMetrics'>): Promise<Map<string, number>> {
  return eventually(async () => {
    const people = await scraped(worker);
    expect(people.size).toBeGreaterThan(0);
    return people;
  });
}

async function scraped({ readMetrics }: Pick<TestEngine, 'readMetrics'>): Promise<Map<string, number>> {
  const lines = (await readMetrics()).matchAll(
    /^readiness_people\{tenant="(.+)",status="(?:ready|at_risk|not_ready)"\} (\d+)$/gm,
  );
  const people = new Map<string, number>();
  for (const [, slug = '', count] of lines) people.set(slug, (people.get(slug) ?? 0) + Number(count));
  return people;
}

it('The people of the oldest hundred tenants are shown by tenant, those of the others together, and those of deleted ones not at all', async () => {
  await engine.database.query(
    `insert into tenant (id, slug, name) select uuidv7(interval '-1 hour'), 'older-' || n, 'Older'
       from generate_series(1, $1) as n`,
    [NAMED - 1],
  );
  await withWorker(engine, async (worker) => {
    const people = await shown(worker);
    expect([people.size, people.get(tenant.slug)]).toEqual([NAMED, 1]);
  });
  await engine.database.query(
    `insert into tenant (id, slug, name) values (uuidv7(interval '-1 hour'), 'one-more', 'Older')`,
  );
  await withWorker(engine, async (worker) => {
    const people = await shown(worker);
    expect([people.size, people.get(tenant.slug), people.get('other')]).toEqual([NAMED + 1, undefined, 1]);
  });
  await engine.database.query(`delete from tenant where slug like 'older-%'`);
  await withWorker(engine, async (worker) =>
    expect(await shown(worker)).toEqual(
      new Map([
        ['one-more', 0],
        [tenant.slug, 1],
      ]),
    ),
  );
});
