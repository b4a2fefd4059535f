import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { completeAll, offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import {
  dismiss,
  expectNeed,
  needById,
  needOfSignal,
  raisedNeed,
  recordedNeed,
  whileUnresolved,
} from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const LICENCE = {
  external_worker_id: 'W-1',
  topic: 'Forklift Operation',
  payload: { expires_at: '2099-01-31', exported_at: 'Monday' },
};
const OPEN = ['open', 'offered', 'in_progress', 'authoring', 'snoozed'] as const;
const OUTDATED = `update need_person set answered_at = now() - interval '400 days' where tenant_id = $1`;

describe('a data point that is sent again after its need was completed', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  let courseId: string;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    ({ id: courseId } = await publishedCourse(tenant, { title: 'Forklift Operation', topics: ['Forklift Operation'] }));
    await addWorker(tenant, { externalWorkerId: 'W-1', site: 'North' });
  });

  const offerAndComplete = async (id: string): Promise<void> => {
    await offer(tenant, id, { courseId, target: { kind: 'everyone' } });
    await completeAll(tenant, 'W-1');
  };
  const completed = async (data: object): Promise<Schemas['NeedDetail']> => {
    const { id } = await raisedNeed(tenant, data);
    await offerAndComplete(id);
    await expectNeed(tenant, id, { status: 'completed' });
    return needById(tenant, id);
  };
  const outdateCompletions = (): Promise<unknown> => engine.database.query(OUTDATED, [tenant.id]);
  const openNeeds = async (): Promise<number> =>
    (await tenant.api.listNeeds({ query: { status: [...OPEN] } })).items.length;
  const sentAgain = (data: object = LICENCE): Promise<string> => recordedNeed(tenant, data);

  it('is completed at once, with the reason in its history, and never in the inbox', async () => {
    const first = await completed(LICENCE);
    const again = await sendSignal(tenant, { ...LICENCE, payload: { ...LICENCE.payload, exported_at: 'Tuesday' } });
    expect(again).toMatchObject({ applied: true, deduped: false });
    expect(await openNeeds()).toBe(0);
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
    expect(await openNeeds()).toBe(0);
  });

  it('is completed at once if only other fields have changed', async () => {
    await completed(LICENCE);
    const payload = { ...LICENCE.payload, note: 'second reminder', holder: { department: 'Yard' } };
    await sendSignal(tenant, { ...LICENCE, severity: 4, category: 'Refresher', payload });
    expect(await openNeeds()).toBe(0);
  });

  it.each([
    ['another expiry', { payload: { expires_at: '2100-01-31' } }],
    ['a new reference', { payload: { expires_at: '2099-01-31', reference: 'INC-2' } }],
    ['a reference by another name', { payload: { expires_at: '2099-01-31', incidentNumber: 2 } }],
    ['another topic under the same key', { topic: 'Forklift Operation, advanced' }],
  ])('opens a need if it has %s', async (_, change) => {
    const data = { ...LICENCE, dedupe_key: 'licence:1' };
    await completed(data);
    await sendSignal(tenant, { ...data, ...change });
    expect(await openNeeds()).toBe(1);
  });

  it('opens a need if the completion no longer counts', async () => {
    const { id } = await completed(LICENCE);
    await outdateCompletions();
    const needId = await sentAgain();
    expect(needId).not.toBe(id);
    await expectNeed(tenant, needId, {
      status: 'open',
      recommendation: { kind: 'course' },
      history: [{ action: 'need.reopened', after: { reason: 'completion_outdated' } }],
    });
    expect(await sendSignal(tenant, LICENCE)).toMatchObject({ deduped: true });
  });

  it('opens one need for two data points that repeat a completion which no longer counts', async () => {
    await completed(LICENCE);
    await outdateCompletions();
    const twice = async () => [await sentAgain(), await sentAgain()] as const;
    const [closed, opened] = await whileUnresolved(engine, tenant, twice);
    await expectNeed(tenant, opened, { status: 'open' });
    const history = [{ action: 'need.completed', after: { reason: 'reported_again', needId: opened } }];
    expect(await needById(tenant, closed)).toMatchObject({ status: 'completed', history });
    await sendSignal(tenant, { ...LICENCE, action: 'resolve' });
    await sendSignal(tenant, LICENCE);
    await eventually(async () => expect(await openNeeds()).toBe(1));
  });

  it.each(['North', 'North Yard'])('opens a need of a site, now %s, if somebody has joined it since', async (name) => {
    const data = { site: 'North', topic: 'Forklift Operation' };
    await completed(data);
    const [site] = (await tenant.api.listSites({})).items;
    await tenant.api.renameSite({ path: { id: site?.id ?? '' }, body: { name } });
    await expectNeed(tenant, await sentAgain(data), { history: [expect.anything()] });
    expect(await openNeeds()).toBe(0);
    await addWorker(tenant, { externalWorkerId: 'W-2', site: name });
    await sendSignal(tenant, data);
    await eventually(async () => expect(await openNeeds()).toBe(1));
  });

  it('opens a need if its key names somebody else now', async () => {
    const { audience } = await completed(LICENCE);
    const workerId = audience.worker?.id ?? '';
    await tenant.api.changeWorker({ path: { id: workerId }, body: { externalWorkerId: 'W-1 (until 2026)' } });
    const { id: successor } = await addWorker(tenant, { externalWorkerId: 'W-1' });
    const needId = await sentAgain();
    await expectNeed(tenant, needId, { status: 'open', audience: { worker: { id: successor } } });
  });

  it('is completed at once as long as the latest completion counts, also of a need that was reopened', async () => {
    await completed(LICENCE);
    const repeated = await sentAgain();
    await expectNeed(tenant, repeated, { history: [expect.anything()] });
    await outdateCompletions();
    await tenant.api.reopenNeed({ path: { id: repeated } });
    await expectNeed(tenant, repeated, { dueAt: '2099-01-31' });
    await offerAndComplete(repeated);
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
