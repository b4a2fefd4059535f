import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { signal } from '../factories/signals.js';
import { type TestDatabase, createDatabase } from '../harness/database.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { HaltingPostgres } from '../harness/halting-postgres.js';

const KIB = 1024;
const COUNT = 40;

let database: TestDatabase;
let postgres: HaltingPostgres;
let engine: TestEngine;

beforeAll(async () => {
  database = await createDatabase();
  postgres = await HaltingPostgres.before(database.appUrl);
  engine = await startEngine({ environment: { DATABASE_URL: postgres.url } });
});
afterAll(async () => {
  await engine.close();
  postgres.close();
  await database.drop();
});

it('of large events, the engine reads only the fields that a need or a preview is made of', async () => {
  const tenant = await engine.createTenant();
  const text = 'x'.repeat(100 * KIB);
  for (let n = 0; n < COUNT; n++)
    await tenant.send(signal({ site: `Site ${n}`, type: text, due_date: '2098-05-01', payload: { text } }));
  const needs = await tenant.resolvedNeeds();
  expect(new Set(needs.map(({ dueAt }) => dueAt))).toEqual(new Set(['2098-05-01']));
  expect(await tenant.admin('POST', '/signal-map/preview', { map: {} })).toMatchObject({ body: { signals: COUNT } });
  expect(postgres.sentBytes).toBeLessThan(COUNT * 50 * KIB);
});
