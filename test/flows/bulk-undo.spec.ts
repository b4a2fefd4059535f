import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actOn, assignmentOf, completeAll, offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { decide, dismiss, needById, needOfEach, statusesOf } from '../factories/needs.js';
import { bulkDone, undo } from '../factories/operations.js';
import { sendSignal } from '../factories/signals.js';
import { changeWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

const UNTIL = '2099-01-31T08:00:00.000Z';

describe('the undo of a bulk action', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    await publishedCourse(tenant);
  });

  it('returns needs to their offers as these are now: completed, or taken by nobody', async () => {
    const { a = '', b = '', c = '' } = await needOfEach(tenant, ['a', 'b', 'c']);
    await bulkDone(tenant, { action: 'offer', ids: [a, b, c] });
    const dismissal = await bulkDone(tenant, { action: 'dismiss', ids: [a, b, c], reason: 'other' });
    await completeAll(tenant, 'a');
    await actOn(tenant, (await assignmentOf(tenant, 'b')).id, 'cancel');
    expect(await undo(tenant, dismissal)).toMatchObject({ undone: 3 });
    expect(await statusesOf(tenant, [a, b, c])).toEqual(['completed', 'open', 'offered']);
  });

  it('completes a need whose course was completed before, as is reported meanwhile', async () => {
    const { a = '' } = await needOfEach(tenant, ['a']);
    await offer(tenant, a);
    const dismissal = await bulkDone(tenant, { action: 'dismiss', ids: [a], reason: 'other' });
    await completeAll(tenant, 'a', { completedAt: new Date(Date.now() - 86_400_000).toISOString() });
    await undo(tenant, dismissal);
    expect(await statusesOf(tenant, [a])).toEqual(['completed']);
  });

  it('leaves needs as they are that somebody has changed since', async () => {
    const { a = '', b = '' } = await needOfEach(tenant, ['a', 'b']);
    const snooze = await bulkDone(tenant, { action: 'snooze', ids: [a, b], until: UNTIL });
    expect(await statusesOf(tenant, [a, b])).toEqual(['snoozed', 'snoozed']);
    await dismiss(tenant, b, { reason: 'other' });
    const { items } = await undo(tenant, snooze);
    expect(items.find(({ needId }) => needId === b)).toMatchObject({ status: 'kept', why: 'moved_since' });
    expect(await statusesOf(tenant, [a, b])).toEqual(['open', 'dismissed']);
  });

  it('reopens a dismissed need whose severity has risen', async () => {
    const { a = '' } = await needOfEach(tenant, ['a'], { dedupe_key: 'INC-1' });
    const dismissal = await bulkDone(tenant, { action: 'dismiss', ids: [a], reason: 'other' });
    await sendSignal(tenant, { external_worker_id: 'a', topic: 'Manual Handling', dedupe_key: 'INC-1', severity: 4 });
    expect(await undo(tenant, dismissal)).toMatchObject({ undone: 1 });
    expect(await needById(tenant, a)).toMatchObject({ status: 'open', severity: 4 });
  });

  it('closes needs of people who have left meanwhile, as it would have been without the action', async () => {
    const { a = '', b = '' } = await needOfEach(tenant, ['a', 'b']);
    const dismissal = await bulkDone(tenant, { action: 'dismiss', ids: [a, b], reason: 'other' });
    const { audience } = await needById(tenant, a);
    await changeWorker(tenant, audience.worker?.id ?? '', { active: false });
    await undo(tenant, dismissal);
    expect(await statusesOf(tenant, [a, b])).toEqual(['resolved', 'open']);
    expect((await needById(tenant, a)).history[0]).toMatchObject({
      action: 'need.resolved',
      after: { reason: 'left' },
    });
  });

  it('restores the snooze of dismissed needs', async () => {
    const { a = '' } = await needOfEach(tenant, ['a']);
    await decide(tenant, a, 'snooze', { until: UNTIL });
    await undo(tenant, await bulkDone(tenant, { action: 'dismiss', ids: [a], reason: 'other' }));
    expect(await needById(tenant, a)).toMatchObject({ status: 'snoozed', snoozedUntil: UNTIL });
  });
});
