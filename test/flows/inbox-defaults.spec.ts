import { beforeAll, describe, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { timeInDays } from '../factories/days.js';
import { startDraft } from '../factories/drafts.js';
import { dismiss, needAbout, needById, raisedNeed, whileUnresolved } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const TOMORROW = timeInDays(1);

describe('a list of needs', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
    tenant = await engine.createTenant();
    await publishedCourse(tenant, { title: 'Working at Heights', topics: ['Working at Heights'] });
  });

  const topics = async (query: Parameters<typeof tenant.api.listNeeds>[0] = {}): Promise<string[]> =>
    (await tenant.api.listNeeds(query)).items.map(({ topic }) => String(topic)).toSorted();

  it('without a status has those that are open and not snoozed, and all with the status all', async () => {
    const at = { site: 'Nowhere' };
    const snoozed = await raisedNeed(tenant, { ...at, topic: 'Snoozed' });
    const dismissed = await raisedNeed(tenant, { ...at, topic: 'Dismissed' });
    await raisedNeed(tenant, { ...at, topic: 'Open' });
    await tenant.api.snoozeNeed({ path: { id: snoozed.id }, body: { until: TOMORROW } });
    await dismiss(tenant, dismissed.id, { reason: 'other' });
    expect(await topics()).toEqual(['Open']);
    expect(await topics({ query: { status: ['all'] } })).toEqual(['Dismissed', 'Open', 'Snoozed']);
    expect(await topics({ query: { status: ['snoozed', 'dismissed'] } })).toEqual(['Dismissed', 'Snoozed']);
    const preview = await tenant.admin('POST', '/needs/bulk', {
      action: 'dismiss',
      filter: {},
      reason: 'other',
      dryRun: true,
    });
    expect(preview.body).toMatchObject({ needs: 1, willMove: 1 });
  });

  it('finds a topic in any case', async () => {
    await raisedNeed(tenant, { site: 'Nowhere', topic: 'Ölbinder' });
    expect(await topics({ query: { topic: 'öLBINDER' } })).toEqual(['Ölbinder']);
  });

  it('shows until when a need is snoozed, and why and until when it is dismissed', async () => {
    const { id } = await raisedNeed(tenant, { site: 'Nowhere', topic: 'Decided' });
    expect(await needById(tenant, id)).toMatchObject({ snoozedUntil: null, dismissal: null });
    await tenant.api.snoozeNeed({ path: { id }, body: { until: TOMORROW } });
    expect(await needById(tenant, id)).toMatchObject({ snoozedUntil: TOMORROW, dismissal: null });
    await dismiss(tenant, id, { reason: 'duplicate', note: 'Twice', until: TOMORROW });
    const [listed] = (await tenant.api.listNeeds({ query: { topic: 'decided', status: ['all'] } })).items;
    expect(listed).toMatchObject({
      snoozedUntil: null,
      dismissal: { reason: 'duplicate', note: 'Twice', until: TOMORROW },
    });
    await tenant.api.reopenNeed({ path: { id } });
    expect(await needById(tenant, id)).toMatchObject({ status: 'open', dismissal: null });
  });

  it("shows the worker's site, and how many people have answered", async () => {
    await addWorker(tenant, { name: 'Ada', externalWorkerId: 'E-1', site: 'North' });
    const own = await raisedNeed(tenant, { external_worker_id: 'E-1', topic: 'Working at Heights' });
    expect(own.audience).toMatchObject({ worker: { name: 'Ada', site: 'North' }, people: 1, answered: 0 });
    await tenant.api.offerNeed({ path: { id: own.id }, body: {} });
    const [assignment] = (await tenant.api.getNeed({ path: { id: own.id } })).assignments;
    await tenant.admin('POST', `/assignments/${assignment?.id}/complete`, {});
    expect((await needById(tenant, own.id)).audience.answered).toBe(1);
  });

  it('shows the date in the latest signal as the due date, until something is offered', async () => {
    const data = { email: 'eve@example.com', topic: 'Working at Heights', dedupe_key: 'licence' };
    const { id } = await raisedNeed(tenant, { ...data, payload: { expires_at: '2031-05-01' } });
    expect((await needById(tenant, id)).dueAt).toBe('2031-05-01');
    await sendSignal(tenant, { ...data, payload: { expires_at: '2031-06-01' } }, 'incident');
    await eventually(async () => expect((await needById(tenant, id)).dueAt).toBe('2031-06-01'));
    const worker = await addWorker(tenant, { name: 'Eve', email: 'eve@example.com' });
    await tenant.api.offerNeed({
      path: { id },
      body: { target: { kind: 'worker', id: worker.id }, dueAt: '2030-01-01' },
    });
    expect((await needById(tenant, id)).dueAt).toBe('2030-01-01');
  });

  it('shows the date in the latest signal while a course is being written for it', async () => {
    const data = { email: 'eve@example.com', topic: 'Beekeeping' };
    const { id } = await raisedNeed(tenant, data);
    await startDraft(tenant, id);
    await sendSignal(tenant, { ...data, payload: { expires_at: '2031-05-01' } });
    await eventually(async () =>
      expect(await needById(tenant, id)).toMatchObject({ status: 'authoring', dueAt: '2031-05-01' }),
    );
  });
});

describe('a need that was closed before it was matched', () => {
  it('shows its worker and what was recommended', async () => {
    const engine = await sharedEngine();
    const tenant = await engine.createTenant();
    await addWorker(tenant, { name: 'Ada', externalWorkerId: 'E-1' });
    await publishedCourse(tenant, { title: 'Rigging', topics: ['Rigging'] });
    await whileUnresolved(engine, tenant, async () => {
      for (const topic of ['Rigging', 'Beekeeping']) await sendSignal(tenant, { external_worker_id: 'E-1', topic });
      await sendSignal(tenant, { external_worker_id: 'E-1', topic: 'Beekeeping', action: 'resolve' });
      const { id } = await needAbout(tenant, 'Rigging');
      await dismiss(tenant, id, { reason: 'other' });
    });
    await eventually(async () => {
      const { items } = await tenant.api.listNeeds({ query: { status: ['all'], sort: 'oldest' } });
      expect(items).toMatchObject([
        {
          status: 'dismissed',
          audience: { worker: { name: 'Ada' } },
          recommendation: { kind: 'course', title: 'Rigging' },
        },
        { status: 'resolved', audience: { worker: { name: 'Ada' } }, recommendation: { kind: 'author_one' } },
      ]);
    });
  });
});
