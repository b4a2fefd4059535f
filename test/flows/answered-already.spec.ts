import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  LICENCE,
  addLicenceHolder,
  completeLicence,
  completedNeed,
  openNeeds,
  outdateCompletions,
} from '../factories/answered-needs.js';
import { dismiss, expectNeed, needById, needOfSignal, raisedNeed, recordedNeed } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

describe('a data point that is sent again after its need was completed', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  let courseId: string;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    courseId = await addLicenceHolder(tenant);
  });

  const completed = (data: object) => completedNeed(tenant, data, courseId);
  const sentAgain = (data: object = LICENCE): Promise<string> => recordedNeed(tenant, data);

  it('is completed at once, with the reason in its history, and never in the inbox', async () => {
    const first = await completed(LICENCE);
    const again = await sendSignal(tenant, { ...LICENCE, payload: { ...LICENCE.payload, exported_at: 'Tuesday' } });
    expect(again).toMatchObject({ applied: true, deduped: false });
    expect(await openNeeds(tenant)).toBe(0);
    const answered = { status: 'completed', reason: 'already_answered', needId: first.id };
    const needId = await needOfSignal(tenant, again);
    await expectNeed(tenant, needId, {
      status: 'completed',
      audience: { worker: { externalWorkerId: 'W-1' }, people: 1 },
      recommendation: { kind: 'course', courseId },
      history: [{ action: 'need.completed', after: answered }],
    });
    const ofSite = await tenant.api.listNeeds({ query: { site: 'North', status: ['completed'], grouped: 'false' } });
    expect(ofSite.items.map(({ id }) => id)).toContain(needId);
    await sendSignal(tenant, LICENCE);
    expect(await openNeeds(tenant)).toBe(0);
  });

  it('is completed at once if only other fields have changed', async () => {
    await completed(LICENCE);
    const payload = { ...LICENCE.payload, note: 'second reminder', holder: { department: 'Yard' } };
    await sendSignal(tenant, { ...LICENCE, severity: 4, category: 'Refresher', payload });
    expect(await openNeeds(tenant)).toBe(0);
  });

  it('is completed at once as long as the latest completion counts, also of a need that was reopened', async () => {
    await completed(LICENCE);
    const repeated = await sentAgain();
    await expectNeed(tenant, repeated, { history: [expect.anything()] });
    await outdateCompletions(engine, tenant);
    await tenant.api.reopenNeed({ path: { id: repeated } });
    await expectNeed(tenant, repeated, { dueAt: '2099-01-31' });
    await completeLicence(tenant, repeated, courseId);
    await expectNeed(tenant, await sentAgain(), {
      history: [{ action: 'need.completed', after: { reason: 'already_answered', needId: repeated } }],
    });
  });

  it('joins a later need of its key that was dismissed', async () => {
    const data = { ...LICENCE, dedupe_key: 'licence:1' };
    await completed(data);
    const { id } = await raisedNeed(tenant, { ...data, topic: 'Forklift Operation, advanced' });
    await dismiss(tenant, id, { reason: 'other' });
    expect(await sendSignal(tenant, data)).toMatchObject({ deduped: true });
    expect((await needById(tenant, id)).signalCount).toBe(2);
  });

  it('joins its need if a person has reopened that', async () => {
    const { id } = await completed(LICENCE);
    await sendSignal(tenant, LICENCE);
    await tenant.api.reopenNeed({ path: { id } });
    expect(await sendSignal(tenant, LICENCE)).toMatchObject({ deduped: true });
    expect((await needById(tenant, id)).status).toBe('open');
  });
});
