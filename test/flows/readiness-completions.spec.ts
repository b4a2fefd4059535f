import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { completeAll } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { boardShows, expectReasons } from '../factories/readiness.js';
import { addRequirement } from '../factories/requirements.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

describe('a required course that was completed before, and again', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  let workerId: string;
  let courseId: string;
  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    workerId = (await addWorker(tenant, { name: 'Ada', externalWorkerId: 'Ada', site: 'North' })).id;
    courseId = (await publishedCourse(tenant, { title: 'Fire safety' })).id;
    await addRequirement(tenant, { courseId });
    await boardShows(tenant, ['Ada | at_risk | training_missing 3']);
    await complete('2025-01-10');
  });

  /** As a source system reports it. @param day left out: now */
  async function complete(day?: string): Promise<void> {
    const known = await recorded();
    await sendSignal(
      tenant,
      { external_worker_id: 'Ada', topic: 'Fire safety', completed_at: day },
      'course_completed',
    );
    await eventually(async () => expect(await recorded()).not.toBe(known));
  }
  /** When the latest completion was. */
  const recorded = async (): Promise<string | undefined> =>
    (await tenant.api.getReadinessWorker({ path: { id: workerId } })).holds[0]?.recordedAt;

  it('is valid in the matrix between the two', async () => {
    const cells = async (asOf?: string): Promise<unknown> =>
      (await tenant.api.getMatrix({ query: { asOf } })).rows.flatMap((row) => row.cells);
    const between = new Date().toISOString();
    await complete();
    expect(await cells(between)).toEqual([{ state: 'valid', until: null }]);
    expect(await cells()).toEqual([{ state: 'valid', until: null }]);
  });

  it('has run out after its valid days in any time zone, as the board, the gate and the person say', async () => {
    await addRequirement(tenant, { appliesTo: { kind: 'site', name: 'North' }, courseId, validDays: 30 });
    const text = 'Fire safety is required, and the completion of 10 Jan 2025 has run out';
    await expectReasons(tenant, [`Ada | at_risk | ${text}`]);
    // In Tokyo, the end of the day in UTC is on the next day.
    for (const timeZone of ['UTC', 'Asia/Tokyo']) {
      await tenant.api.replaceReadinessPolicy({ body: { timeZone, expiringWithinDays: 30 } });
      const { items } = await tenant.api.checkReadiness({ body: { workers: [{ externalWorkerId: 'Ada' }] } });
      expect(items).toMatchObject([{ reasons: [{ text }] }]);
      const { holds } = await tenant.api.getReadinessWorker({ path: { id: workerId } });
      expect(holds).toMatchObject([{ kind: 'course', validUntil: '2025-02-09' }]);
    }
  });

  it('counts on while a completion has a time that lies ahead by the clock of another system', async () => {
    await tenant.api.createAssignments({ body: { courseId, workerIds: [workerId] } });
    const completedAt = new Date(Date.now() + 4 * 60_000).toISOString();
    await completeAll(tenant, 'Ada', { completedAt });
    expect(await recorded()).toBe(completedAt);
    const { items } = await tenant.api.checkReadiness({
      body: { workers: [{ externalWorkerId: 'Ada' }], site: 'North' },
    });
    expect(items).toMatchObject([{ status: 'ready', reasons: [] }]);
  });
});
