import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importWorkers } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { boardSettled } from '../harness/readiness-history.js';

/** More people than one mark names, and than one transaction computes. */
const PEOPLE = 2_200;

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine();
  await engine.database.query(
    `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'marks are held'; end $$`,
  );
});
afterAll(() => engine.close());

/** The people whom the metrics count as not yet computed. A scrape has no gauge that is not read within two seconds. */
function stalePeople(): Promise<number> {
  return eventually(async () => {
    const lines = (await engine.readMetrics()).split('\n').filter((line) => line.startsWith('readiness_stale_marks{'));
    expect(lines).toHaveLength(3);
    return lines.reduce((sum, line) => sum + Number(line.split(' ')[1]), 0);
  });
}

describe('an import of many people', () => {
  it('counts them all as waiting for the board, which then shows them all', async () => {
    const tenant = await engine.createTenant();
    await engine.database.query(
      'create trigger held before delete on readiness_mark for each row execute function refuse()',
    );
    const rows = Array.from({ length: PEOPLE }, (_, row) => `L-${row},Person ${row}\n`);
    expect((await importWorkers(tenant, `externalWorkerId,name\n${rows.join('')}`)).status).toBe(200);
    expect(await stalePeople()).toBe(PEOPLE);
    await engine.database.query('drop trigger held on readiness_mark');
    await boardSettled(engine.database);
    expect((await tenant.api.listReadiness({ query: { limit: 1 } })).total).toBe(PEOPLE);
  });
});
