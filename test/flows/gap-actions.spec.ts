import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { completeAll, offer } from '../factories/assignments.js';
import { addGap } from '../factories/gaps.js';
import { decide, dismiss, needById, raisedNeed, statusesOf } from '../factories/needs.js';
import { operationEnded, undo } from '../factories/operations.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const TOPIC = 'Working at Heights';
const OF_ADA = { external_worker_id: 'W-1', topic: TOPIC };

describe('an action about a gap that several sources report', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  /** The ids of its needs: of a licence that expires, an incident and an audit. */
  let needs: readonly string[];

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    needs = await addGap(tenant);
  });

  const idOf = (index: number): string => needs[index] ?? '';
  const expectStatuses = async (...statuses: string[]): Promise<void> =>
    expect(await statusesOf(tenant, needs)).toEqual(statuses);

  it('offers it as a whole, which closes when the course is completed', async () => {
    const counts = { assigned: 1, alreadyAssigned: 0 };
    expect(await offer(tenant, idOf(1))).toMatchObject({ status: 'done', people: 1, counts });
    await expectStatuses('offered', 'offered', 'offered');
    await completeAll(tenant, 'W-1');
    await expectStatuses('completed', 'completed', 'completed');
  });

  it('offers it until the due date of its leader, whatever was reported before', async () => {
    await addWorker(tenant, { externalWorkerId: 'W-2' });
    const person = { external_worker_id: 'W-2', topic: TOPIC };
    await raisedNeed(tenant, { ...person, expires_at: '2099-01-31' }, 'licence_expiring');
    const { id } = await raisedNeed(tenant, { ...person, severity: 4 });
    const { dueAt } = await offer(tenant, id);
    expect((await tenant.api.listAssignments()).items).toMatchObject([{ dueAt }]);
  });

  it('is taken back as a whole', async () => {
    const { operationId } = await offer(tenant, idOf(1));
    await undo(tenant, operationId);
    await expectStatuses('open', 'open', 'open');
  });

  it('dismisses and snoozes it as a whole', async () => {
    await decide(tenant, idOf(1), 'snooze', { until: '2099-01-01T00:00:00Z' });
    await expectStatuses('snoozed', 'snoozed', 'snoozed');
    await dismiss(tenant, idOf(1), { reason: 'not_training' });
    await expectStatuses('dismissed', 'dismissed', 'dismissed');
  });

  it('about many needs counts it once, and acts on all of its needs', async () => {
    const body = { action: 'dismiss' as const, reason: 'other' as const, filter: { type: 'audit' } };
    expect(await tenant.api.startBulk({ body: { ...body, dryRun: true } })).toMatchObject({ needs: 1, willMove: 1 });
    expect(await tenant.api.startBulk({ body })).toMatchObject({ needs: 1 });
    await eventually(() => expectStatuses('dismissed', 'dismissed', 'dismissed'));
  });

  it('about many needs leaves it as it is if its leader does not allow the action, as the dry run says', async () => {
    await offer(tenant, idOf(1));
    const later = await raisedNeed(tenant, { ...OF_ADA, dedupe_key: 'later' });
    const body = { action: 'snooze' as const, ids: [idOf(1)], until: '2099-01-31' };
    expect(await tenant.api.startBulk({ body: { ...body, dryRun: true } })).toMatchObject({ needs: 1, willMove: 0 });
    const { operationId } = await tenant.api.startBulk({ body });
    expect(await operationEnded(tenant, operationId)).toMatchObject({ done: 1, failed: 1 });
    expect(await needById(tenant, later.id)).toMatchObject({ status: 'open' });
  });
});
