import { expect, it } from '@jest/globals';
import { addManyWorkers, addWorker, changeWorker } from '../factories/workers.js';
import { sharedEngine } from '../harness/engine.js';
import { planOf } from './page-plan.js';
import { statementsDuring } from './statements.js';

const PEOPLE = 2_000;

it('The people of a group are counted without reading those of all others', async () => {
  const engine = await sharedEngine({ worker: false });
  const tenant = await engine.createTenant();
  await addManyWorkers(engine, tenant, PEOPLE);
  for (const name of ['Ada', 'Ben', 'Cem']) await addWorker(tenant, { name, externalWorkerId: name, groups: ['Crew'] });
  const [left] = (await tenant.api.listWorkers({ query: { q: 'Cem' } })).items;
  await changeWorker(tenant, left!.id, { active: false });
  await engine.database.query('analyze worker, worker_group, worker_group_member');
  const sent = await statementsDuring(engine.database, async () => {
    const { items } = await tenant.api.listGroups({ query: {} });
    expect(items.map(({ name, workers }) => [name, workers])).toEqual([['Crew', 2]]);
  });
  const statement = sent.find(({ text }) => text.includes('worker_group_member'));
  const { looksAt } = await engine.database.asApp((app) => planOf(app, tenant.id, 'worker', statement!));
  expect(looksAt).toBeLessThan(50);
});
