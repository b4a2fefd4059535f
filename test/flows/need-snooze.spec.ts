import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { dateInDays, timeInDays } from '../factories/days.js';
import {
  decide,
  expectNeed,
  needById,
  needsIn,
  raisedNeed,
  recordedNeed,
  whileUnresolved,
} from '../factories/needs.js';
import { boardRows } from '../factories/readiness.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';

const TOMORROW = timeInDays(1);
const INCIDENT = { site: 'Site A', topic: 'Manual Handling', dedupe_key: 'INC-1' };

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

describe('a need that is snoozed', () => {
  it('collects signals, can be snoozed again, and is closed if its source resolves it', async () => {
    const { id } = await raisedNeed(tenant, INCIDENT);
    expect(await decide(tenant, id, 'snooze', { until: TOMORROW })).toMatchObject({
      status: 200,
      body: { status: 'snoozed' },
    });
    expect(
      await decide(tenant, id, 'snooze', { until: new Date(Date.parse(TOMORROW) + 1).toISOString() }),
    ).toMatchObject({
      status: 200,
      body: { status: 'snoozed' },
    });
    expect(await sendSignal(tenant, INCIDENT)).toMatchObject({ deduped: true });
    expect(await sendSignal(tenant, { ...INCIDENT, action: 'resolve' })).toMatchObject({ resolved: true });
    expect(await sendSignal(tenant, INCIDENT)).toMatchObject({ deduped: false });
    expect((await needsIn(tenant)).map(({ status }) => status).toSorted()).toEqual(['open', 'resolved']);
    expect((await needById(tenant, id)).history[0]).toMatchObject({
      actor: 'source',
      action: 'need.resolved',
      before: { status: 'snoozed' },
      after: { status: 'resolved' },
    });
  });

  it('is matched with the library, although it was snoozed before', async () => {
    const { id: courseId } = await publishedCourse(tenant, { title: 'Manual Handling' });
    const id = await whileUnresolved(engine, tenant, async () => {
      const recorded = await recordedNeed(tenant, INCIDENT);
      await decide(tenant, recorded, 'snooze', { until: TOMORROW });
      return recorded;
    });
    const matched = { status: 'snoozed', recommendation: { kind: 'course', courseId } };
    await expectNeed(tenant, id, matched);
  });

  it('returns to the inbox when its time is over, with a current recommendation', async () => {
    const { id } = await raisedNeed(tenant, INCIDENT);
    await decide(tenant, id, 'snooze', { until: TOMORROW });
    const course = await publishedCourse(tenant, { title: 'Manual Handling' });
    const woken = { status: 'open', recommendation: { kind: 'course', courseId: course.id } };
    await engine.database.query('update need set snoozed_until = now() where tenant_id = $1', [tenant.id]);
    await withWorker(engine, () => expectNeed(tenant, id, woken));
    expect((await needById(tenant, id)).history.find(({ action }) => action === 'need.woken')).toMatchObject({
      actor: 'job:resolve-needs',
      before: { status: 'snoozed' },
      after: { status: 'open', reason: 'time_over' },
    });
  });

  it.each([dateInDays(3), `${dateInDays(3)}T15:00:00.000Z`])('is snoozed on the board until %s, too', async (until) => {
    await addWorker(tenant, { name: 'Ada', site: 'Site A' });
    const { id } = await raisedNeed(tenant, INCIDENT);
    expect((await decide(tenant, id, 'snooze', { until })).body.snoozedUntil).toBe(until);
    await eventually(async () =>
      expect((await boardRows(tenant))[0]?.reasons).toMatchObject([{ progress: { state: 'snoozed', dueAt: until } }]),
    );
  });

  it('takes the topic and the worker that its source corrects meanwhile', async () => {
    const { id: courseId } = await publishedCourse(tenant, { title: 'Forklift Operation' });
    await addWorker(tenant, { name: 'Ada', externalWorkerId: 'W-1' });
    const { id } = await raisedNeed(tenant, { external_worker_id: 'W-7', topic: 'Lift', dedupe_key: 'k' });
    await decide(tenant, id, 'snooze', { until: TOMORROW });
    await sendSignal(tenant, { external_worker_id: 'W-1', topic: 'Forklift Operation', dedupe_key: 'k' });
    const corrected = {
      topic: 'Forklift Operation',
      recommendation: { courseId },
      audience: { worker: { name: 'Ada' } },
    };
    await eventually(async () =>
      expect(await needById(tenant, id)).toMatchObject({ status: 'snoozed', snoozedUntil: TOMORROW, ...corrected }),
    );
  });

  it('returns early if a signal raises its severity, and not for other signals', async () => {
    const { id } = await raisedNeed(tenant, INCIDENT);
    await decide(tenant, id, 'snooze', { until: TOMORROW });
    await sendSignal(tenant, { ...INCIDENT, severity: 1 });
    expect(await needById(tenant, id)).toMatchObject({ status: 'snoozed' });
    await sendSignal(tenant, { ...INCIDENT, severity: 4 });
    await expectNeed(tenant, id, { status: 'open', severity: 4 });
    expect((await needById(tenant, id)).history[0]).toMatchObject({
      action: 'need.woken',
      after: { status: 'open', reason: 'more_severe' },
    });
  });
});
