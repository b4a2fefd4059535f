import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { completeAll, offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { decide, dismiss, needById, raisedNeed, statusesOf } from '../factories/needs.js';
import { undo } from '../factories/operations.js';
import { addWorker, changeWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

const UNTIL = '2099-01-31';

describe('the undo of a decision about one need', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    await publishedCourse(tenant, { title: 'Rigging' });
    await addWorker(tenant, { externalWorkerId: 'Ada' });
  });

  const raised = async (type = 'incident'): Promise<string> =>
    (await raisedNeed(tenant, { external_worker_id: 'Ada', topic: 'Rigging' }, type)).id;
  const snoozed = (id: string, until: string) => tenant.api.snoozeNeed({ path: { id }, body: { until } });

  it('that dismissed it leads back to the offer, which its course completes', async () => {
    const id = await raised();
    await offer(tenant, id);
    const { status, operationId } = await dismiss(tenant, id, { reason: 'other' });
    expect(status).toBe('dismissed');
    expect((await undo(tenant, operationId)).items).toMatchObject([{ needId: id, status: 'undone' }]);
    expect((await needById(tenant, id)).status).toBe('offered');
    await completeAll(tenant, 'Ada');
    expect((await needById(tenant, id)).status).toBe('completed');
  });

  it('brings back the other needs of its gap, too', async () => {
    const needIds = [await raised(), await raised('near_miss')];
    const { operationId } = await dismiss(tenant, needIds[0] ?? '', { reason: 'duplicate' });
    expect(await statusesOf(tenant, needIds)).toEqual(['dismissed', 'dismissed']);
    await undo(tenant, operationId);
    expect(await statusesOf(tenant, needIds)).toEqual(['open', 'open']);
  });

  it('that snoozed it again restores the day until which it was snoozed', async () => {
    const id = await raised();
    await snoozed(id, UNTIL);
    const { operationId } = await snoozed(id, '2099-03-31');
    await undo(tenant, operationId);
    expect(await needById(tenant, id)).toMatchObject({ status: 'snoozed', snoozedUntil: UNTIL });
  });

  it('leaves it open if a person had reopened it although its worker had left', async () => {
    const id = await raised();
    const { items } = await tenant.api.listWorkers();
    await changeWorker(tenant, items[0]?.id ?? '', { active: false });
    expect((await needById(tenant, id)).status).toBe('resolved');
    await decide(tenant, id, 'reopen');
    const { operationId } = await dismiss(tenant, id, { reason: 'other' });
    await undo(tenant, operationId);
    expect((await needById(tenant, id)).status).toBe('open');
  });

  it('leaves it as it is if somebody has decided again since', async () => {
    const id = await raised();
    const { operationId } = await dismiss(tenant, id, { reason: 'other' });
    await tenant.api.reopenNeed({ path: { id } });
    await offer(tenant, id);
    expect((await undo(tenant, operationId)).items).toMatchObject([{ status: 'kept', why: 'moved_since' }]);
    expect((await needById(tenant, id)).status).toBe('offered');
  });
});
