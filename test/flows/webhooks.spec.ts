import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { completeAll, offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { dismiss, raisedNeed } from '../factories/needs.js';
import { undo } from '../factories/operations.js';
import { sendSignal } from '../factories/signals.js';
import { webhookTo } from '../factories/webhooks.js';
import { addWorker, changeWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { Receiver, oneOfType } from '../harness/receiver.js';
import type { TestTenant } from '../harness/tenant.js';

describe('webhooks of a tenant', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  let receiver: Receiver;
  let course: Schemas['CourseView'];
  let ada: Schemas['WorkerView'];

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    receiver = await Receiver.open();
    ada = await addWorker(tenant, worker);
    course = await publishedCourse(tenant);
  });
  afterEach(() => receiver.close());

  const raise = async (topic = 'Manual Handling') =>
    (await raisedNeed(tenant, { external_worker_id: 'E-1', topic })).id;
  const worker = { externalWorkerId: 'E-1' };

  it('receive signed events about needs and assignments, with the resource as the API shows it', async () => {
    const { secret } = await webhookTo(receiver, tenant);
    const needId = await raise();
    const first = await oneOfType(receiver, 'need.created');
    const recommendation = { kind: 'course', courseId: course.id };
    const shown = { id: needId, status: 'open', topic: 'Manual Handling', recommendation, audience: { worker } };
    expect(first.event.data).toMatchObject(shown);
    expect(first.id).toMatch(/^msg_[0-9a-z]{26}$/);
    expect(first.headers['content-type']).toBe('application/json');
    expect(Math.abs(Date.now() / 1_000 - Number(first.headers['webhook-timestamp']))).toBeLessThan(60);

    await offer(tenant, needId);
    const assigned = (await oneOfType(receiver, 'assignment.created')).event.data;
    expect(assigned).toMatchObject({ status: 'assigned', needId, course: { id: course.id }, worker });
    await completeAll(tenant, 'E-1');
    await oneOfType(receiver, 'need.completed');
    const completed = (await oneOfType(receiver, 'assignment.completed')).event.data;
    expect(receiver.ofType('need.offered')).toHaveLength(1);
    expect(completed).toMatchObject({ id: assigned.id, status: 'completed' });
    expect(receiver.verifiedBy(secret)).toEqual(receiver.received.map(() => 1));
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(receiver.received.length);
  });

  it('receive deleted assignments in their last state', async () => {
    const needId = await raise();
    const { operationId } = await offer(tenant, needId);
    await webhookTo(receiver, tenant, { eventTypes: ['need.withdrawn', 'assignment.withdrawn'] });
    await undo(tenant, operationId);
    await eventually(async () => expect(receiver.types.toSorted()).toEqual(['assignment.withdrawn', 'need.withdrawn']));
    const { data } = (await oneOfType(receiver, 'assignment.withdrawn')).event;
    const shown = { id: course.id, title: 'Manual Handling' };
    expect(data).toMatchObject({ status: 'assigned', needId, course: shown, worker });
  });

  it('receive assignments of people who have left', async () => {
    await offer(tenant, await raise());
    await webhookTo(receiver, tenant, { eventTypes: ['assignment.cancelled'] });
    await changeWorker(tenant, ada.id, { active: false });
    const { data } = (await oneOfType(receiver, 'assignment.cancelled')).event;
    expect(data).toMatchObject({ status: 'cancelled', worker });
    expect(receiver.received).toHaveLength(1);
  });

  it('receive needs that a source closes, reopens and makes more severe', async () => {
    await webhookTo(receiver, tenant);
    const point = { external_worker_id: 'E-1', topic: 'Manual Handling', dedupe_key: 'k' };
    const { id } = await raisedNeed(tenant, { ...point, severity: 2 });
    await sendSignal(tenant, { ...point, severity: 4 });
    const updated = { id, severity: 4 };
    await eventually(async () => expect(receiver.ofType('need.updated')[0]?.event.data).toMatchObject(updated));
    await sendSignal(tenant, { ...point, action: 'resolve' });
    const { data } = (await oneOfType(receiver, 'need.resolved')).event;
    expect(data).toMatchObject({ id, status: 'resolved' });
  });

  it('receive only the events to which they subscribe, and no event without a subscriber is stored', async () => {
    const needId = await raise();
    expect(await engine.database.query('select from webhook_message where tenant_id = $1', [tenant.id])).toEqual([]);
    await webhookTo(receiver, tenant, { eventTypes: ['need.dismissed'] });
    await raise('Working at Heights');
    await dismiss(tenant, needId, { reason: 'not_training' });
    await eventually(async () => expect(receiver.types).toEqual(['need.dismissed']));
  });
});
