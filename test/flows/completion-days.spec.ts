import { beforeAll, describe, expect, it } from '@jest/globals';
import { completeAll } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { decide, needById, raisedNeed } from '../factories/needs.js';
import { addRequirement } from '../factories/requirements.js';
import { sendSignal } from '../factories/signals.js';
import { setTimeZone } from '../factories/time-zones.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { readPdf } from '../harness/pdf-text.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
beforeAll(async () => {
  engine = await sharedEngine();
});

/** Reports that Ada has completed Rigging. @returns the result, once there is one */
async function statusOf(tenant: TestTenant, completed_at: string): Promise<string | undefined> {
  const completion = { external_worker_id: 'Ada', topic: 'Rigging', completed_at };
  const { signalId = '' } = await sendSignal(tenant, completion, 'course_completed');
  const read = async (): Promise<string | undefined> =>
    (await tenant.api.getSignal({ path: { id: signalId } })).completion?.status;
  await eventually(async () => expect(await read()).not.toBe('waiting'));
  return read();
}

describe('a training that was completed on a day', () => {
  it.each([
    ['Pacific/Kiritimati', '2026-01-31T09:59:59.999Z'],
    ['Pacific/Pago_Pago', '2026-02-01T10:59:59.999Z'],
  ])('is completed by the end of that day in %s, once, also after a change of the time zone', async (zone, end) => {
    const tenant = await engine.createTenant();
    await setTimeZone(engine, tenant, zone);
    const { id: rigging } = await publishedCourse(tenant, { title: 'Rigging' });
    await addRequirement(tenant, { appliesTo: { kind: 'everyone' }, courseId: rigging });
    const { id: workerId } = await addWorker(tenant);
    const { id: courseId } = await publishedCourse(tenant, { title: 'Signalling' });
    await tenant.api.createAssignments({ body: { courseId, workerIds: [workerId] } });
    await completeAll(tenant, workerId, { completedAt: '2026-01-30' });
    const completion = { external_worker_id: 'Ada', topic: 'Rigging', completed_at: '2026-01-31' };
    await sendSignal(tenant, completion, 'course_completed');
    await eventually(async () => {
      const { holds } = await tenant.api.getReadinessWorker({ path: { id: workerId } });
      expect(holds).toMatchObject([{ name: 'Rigging', recordedAt: end }, { name: 'Signalling' }]);
    });
    await sendSignal(tenant, completion, 'course_completed');
    const latest = async () => (await tenant.api.listSignals({})).items[0]?.completion;
    await eventually(async () => expect(await latest()).toMatchObject({ status: 'known', completedAt: end }));
    await setTimeZone(engine, tenant, 'UTC');
    await sendSignal(tenant, completion, 'course_completed');
    const evidence = await tenant.call('GET', `/readiness/evidence.pdf?worker=${workerId}`);
    const text = readPdf(Buffer.from(await evidence.arrayBuffer()))
      .pages.join(' ')
      .replaceAll(/\s+/g, ' ');
    expect(text).toMatch(/Rigging 31 Jan 2026(?!,)/);
    expect(text).toMatch(/Rigging Completed No end req_\w+ 31 Jan 2026(?!,)/);
    expect(text).toMatch(/Signalling 30 Jan 2026(?!,)/);
    const endInUtc = '2026-01-31T23:59:59.999Z';
    await eventually(async () => expect(await latest()).toMatchObject({ status: 'known', completedAt: endInUtc }));
  });

  it('closes what was raised earlier on that day, also if its source writes the day as midnight, once', async () => {
    const tenant = await engine.createTenant();
    await setTimeZone(engine, tenant, 'America/Los_Angeles');
    await addWorker(tenant);
    const { id } = await raisedNeed(tenant, { external_worker_id: 'Ada', topic: 'Rigging' });
    const midnight = `${new Date().toISOString().slice(0, 10)}T00:00:00Z`;
    const completed = (): Promise<string | undefined> => statusOf(tenant, midnight);
    expect(await completed()).toBe('applied');
    expect(await needById(tenant, id)).toMatchObject({ status: 'completed' });
    await decide(tenant, id, 'reopen', {});
    // As earlier releases have stored it.
    await engine.database.query('update completion set completed_on = null, completed_at = $2 where tenant_id = $1', [
      tenant.id,
      midnight,
    ]);
    expect(await completed()).toBe('known');
    expect(await needById(tenant, id)).toMatchObject({ status: 'open' });
  });

  it('changes no later decision if it is sent again on that day', async () => {
    const tenant = await engine.createTenant();
    await addWorker(tenant);
    const { id } = await raisedNeed(tenant, { external_worker_id: 'Ada', topic: 'Rigging' });
    const completion = (): Promise<string | undefined> => statusOf(tenant, new Date().toISOString().slice(0, 10));
    expect(await completion()).toBe('applied');
    await decide(tenant, id, 'reopen', {});
    expect(await completion()).toBe('known');
    expect(await needById(tenant, id)).toMatchObject({ status: 'open' });
  });
});
