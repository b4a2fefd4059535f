import { beforeAll, describe, expect, it } from '@jest/globals';
import { actOn, assignmentOf, offeredNeed } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { expectNeed, needById, recordedNeed } from '../factories/needs.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;

beforeAll(async () => {
  engine = await sharedEngine();
});

/** Waits until a need is resolved, or its resolution waits for the completion. */
function resolvedOrWaiting(tenant: TestTenant, id: string): Promise<void> {
  const resolved = async (): Promise<void> =>
    expect((await needById(tenant, id)).recommendation.kind).not.toBe('pending');
  return Promise.race([eventually(resolved), eventuallyLocked(engine, 2)]);
}

describe('a course that is completed while a need is resolved for the first time', () => {
  it.each([
    ['a worker', { external_worker_id: 'Ada' }],
    ['a site', { site: 'North' }],
  ])('closes the need of %s', async (_audience, named) => {
    const tenant = await engine.createTenant();
    const { id: courseId } = await publishedCourse(tenant, { title: 'Rigging' });
    await addWorker(tenant, { externalWorkerId: 'Ada', site: 'North' });
    const offered = await offeredNeed(tenant, { external_worker_id: 'Ada', topic: 'Slinging' }, { courseId });
    const { id: assignmentId } = await assignmentOf(tenant, 'Ada');
    const [id, completed] = await engine.database.inTransaction(async (resolving) => {
      await resolving.query(`select pg_advisory_xact_lock(hashtextextended('resolution:' || $1, 0))`, [tenant.id]);
      const needId = await recordedNeed(tenant, { ...named, topic: 'Rigging' }, 'near_miss');
      return engine.database.inTransaction(async (completing) => {
        await completing.query('select from need_person where tenant_id = $1 for update', [tenant.id]);
        // It has looked for Ada's needs when it waits to close her share of the first one.
        const completion = actOn(tenant, assignmentId, 'complete');
        await eventuallyLocked(engine, 2);
        await resolving.query('commit');
        await resolvedOrWaiting(tenant, needId);
        return [needId, completion] as const;
      });
    });
    expect((await completed).status).toBe(200);
    await expectNeed(tenant, offered, { status: 'completed' });
    await expectNeed(tenant, id, { status: 'completed', audience: { people: 1, answered: 1 } });
  });
});
