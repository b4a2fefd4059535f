import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { needById, raisedNeed } from '../factories/needs.js';
import { operationEnded, undo } from '../factories/operations.js';
import { addManyWorkers, addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';

/** More than an offer assigns before it answers. */
const PEOPLE = 1_001;

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

it('a need that is being offered to many people keeps that offer while an earlier one is undone', async () => {
  const tenant = await engine.createTenant();
  const rigging = (await publishedCourse(tenant, { title: 'Rigging' })).id;
  await publishedCourse(tenant, { title: 'Slinging' });
  await addManyWorkers(engine, tenant, PEOPLE, { site: 'North' });
  const [ada, ben] = [
    await addWorker(tenant, { name: 'Ada' }),
    await addWorker(tenant, { name: 'Ben', site: 'North' }),
  ];
  await offer(tenant, (await raisedNeed(tenant, { external_worker_id: 'Ben', topic: 'Rigging' })).id);
  const { id } = await raisedNeed(tenant, { site: 'North', topic: 'Slinging' });
  await offer(tenant, id, { courseId: rigging, target: { kind: 'worker', id: ben.id }, dueAt: '2099-01-31' });
  const earlier = await offer(tenant, id, { target: { kind: 'worker', id: ada.id }, dueAt: '2099-02-28' });
  await engine.database.query(`
    create function wait_for_spec() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock_shared(7); return null; end $$;
    create trigger wait_for_spec before insert on assignment for each statement execute function wait_for_spec()`);
  const dueAt = '2099-03-31';
  const operationId = await engine.database.inTransaction(async (assigning) => {
    // The steps that assign people wait for it; those that undo do not.
    await assigning.query('select pg_advisory_xact_lock(7)');
    const large = await offer(tenant, id, { dueAt });
    expect(large.status).toBe('queued');
    await undo(tenant, earlier.operationId);
    expect(await needById(tenant, id)).toMatchObject({ status: 'offered', dueAt });
    return large.operationId;
  });
  await operationEnded(tenant, operationId);
  expect(await needById(tenant, id)).toMatchObject({ status: 'offered', dueAt });
}, 60_000);
