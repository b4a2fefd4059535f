import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actOn, assignmentOf, offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { decide, raisedNeed, recordedNeed, whileUnresolved } from '../factories/needs.js';
import { boardShows } from '../factories/readiness.js';
import { sendSignal } from '../factories/signals.js';
import { webhookTo } from '../factories/webhooks.js';
import { addWorker, changeWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { Receiver, oneOfType } from '../harness/receiver.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;
let receiver: Receiver;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  receiver = await Receiver.open();
});
afterEach(() => receiver.close());

describe('a system that receives events about needs', () => {
  const POINT = { site: 'North', topic: 'Rigging', dedupe_key: 'k' };
  /** Sends a signal, and has a person decide about its need before the engine resolves it. @returns the id */
  const decidedUnresolved = (decision: string, body: object): Promise<string> =>
    whileUnresolved(engine, tenant, async () => {
      const id = await recordedNeed(tenant, POINT);
      await decide(tenant, id, decision, body);
      return id;
    });

  it('learns once that a need was created which a person snoozed before it was resolved, and of later updates', async () => {
    await webhookTo(receiver, tenant, { eventTypes: ['need.created', 'need.updated'] });
    await decidedUnresolved('snooze', { until: '2099-01-31' });
    await eventually(async () => expect(receiver.types).toEqual(['need.created']));
    await sendSignal(tenant, POINT, 'audit');
    await eventually(async () => expect(receiver.types).toEqual(['need.created', 'need.updated']));
  });

  it('learns that a need was created which a person dismissed before it was resolved, and then that it is reopened', async () => {
    await webhookTo(receiver, tenant, { eventTypes: ['need.created', 'need.reopened'] });
    const id = await decidedUnresolved('dismiss', { reason: 'other' });
    await eventually(async () => expect(receiver.types).toEqual(['need.created']));
    await decide(tenant, id, 'reopen');
    await eventually(async () => expect(receiver.types).toEqual(['need.created', 'need.reopened']));
  });

  it('learns when a need is due after it has returned to an earlier offer', async () => {
    await addWorker(tenant, { name: 'Ada' });
    await publishedCourse(tenant, { title: 'Manual Handling' });
    const { id: courseId } = await publishedCourse(tenant, { title: 'Rigging' });
    const { id } = await raisedNeed(tenant, { external_worker_id: 'Ada', topic: 'Manual Handling' });
    await offer(tenant, id, { dueAt: '2099-01-31' });
    await offer(tenant, id, { courseId, dueAt: '2099-02-28' });
    await webhookTo(receiver, tenant, { eventTypes: ['need.updated'] });
    await actOn(tenant, (await assignmentOf(tenant, 'Ada')).id, 'cancel');
    const { data } = (await oneOfType(receiver, 'need.updated')).event;
    expect(data).toMatchObject({ id, status: 'offered', dueAt: '2099-01-31' });
  });
});

describe('a system that receives how ready people are', () => {
  beforeEach(async () => {
    await webhookTo(receiver, tenant, { eventTypes: ['worker.readiness_changed'] });
  });

  const expectReceived = (statuses: readonly string[]): Promise<void> =>
    eventually(async () => expect(receiver.received.map(({ event }) => event.data.status)).toEqual(statuses));

  it('learns that somebody who comes back is ready, although they were not when they left', async () => {
    const { id } = await addWorker(tenant, { name: 'Ada' });
    await raisedNeed(tenant, { external_worker_id: 'Ada', severity: 4 });
    await expectReceived(['not_ready']);
    await changeWorker(tenant, id, { active: false });
    await boardShows(tenant, []);
    await changeWorker(tenant, id, { active: true });
    await expectReceived(['not_ready', 'ready']);
  });

  it('receives nothing about new people who are ready', async () => {
    await addWorker(tenant, { name: 'Ada' });
    await boardShows(tenant, ['Ada | ready']);
    await addWorker(tenant, { name: 'Bo' });
    await raisedNeed(tenant, { external_worker_id: 'Bo', severity: 3 });
    await expectReceived(['at_risk']);
  });
});
