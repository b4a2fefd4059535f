import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { assignedTo, boardLists, publishCourses } from '../factories/offer-missing.js';
import { operationEnded } from '../factories/operations.js';
import { addRequirement } from '../factories/requirements.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

describe('offering people what they lack', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  it('assigns no required course to a person whose completion is just being stored', async () => {
    const courses = await publishCourses(tenant, ['Data Protection']);
    for (const name of ['Ada', 'Ben']) await addWorker(tenant, { name, externalWorkerId: name });
    await boardLists(tenant, 2);
    await addRequirement(tenant, { courseId: courses.get('Data Protection') });
    const operationId = await engine.database.inTransaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('assign:' || $1, 0))`, [tenant.id]);
      await sendSignal(tenant, { external_worker_id: 'Ada', topic: 'Data Protection' }, 'course_completed');
      await eventuallyLocked(engine, 1);
      const started = await tenant.api.startOfferMissing({ body: { filter: {} } });
      await eventuallyLocked(engine, 2);
      await tx.query('commit');
      return started.operationId;
    });
    await operationEnded(tenant, operationId);
    expect(await assignedTo(tenant)).toEqual([expect.stringMatching(/^Ben: Data Protection/)]);
  });

  it('is about as many people as it finds in the end, if somebody leaves before it begins', async () => {
    await addWorker(tenant, { name: 'Ada' });
    const { id } = await addWorker(tenant, { name: 'Ben' });
    await boardLists(tenant, 2);
    const operationId = await engine.database.inTransaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('time zone:' || $1, 0))`, [tenant.id]);
      const started = await tenant.api.startOfferMissing({ body: { filter: {} } });
      await eventuallyLocked(engine, 1);
      await tenant.admin('PATCH', `/workers/${id}`, { active: false });
      await boardLists(tenant, 1);
      return started.operationId;
    });
    expect(await operationEnded(tenant, operationId)).toMatchObject({ total: 1, done: 1, failed: 0 });
  });
});
