import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  LICENCE,
  addLicenceHolder,
  completedNeed,
  openNeeds,
  outdateCompletions,
} from '../factories/answered-needs.js';
import { expectNeed, needById, recordedNeed, whileUnresolved } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

describe('a data point that asks for more than its completed need did', () => {
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

  it.each([
    ['another expiry', { payload: { expires_at: '2100-01-31' } }],
    ['a new reference', { payload: { expires_at: '2099-01-31', reference: 'INC-2' } }],
    ['a reference by another name', { payload: { expires_at: '2099-01-31', incidentNumber: 2 } }],
    ['another topic under the same key', { topic: 'Forklift Operation, advanced' }],
  ])('opens a need if it has %s', async (_, change) => {
    const data = { ...LICENCE, dedupe_key: 'licence:1' };
    await completed(data);
    await sendSignal(tenant, { ...data, ...change });
    expect(await openNeeds(tenant)).toBe(1);
  });

  it('opens a need if the completion no longer counts', async () => {
    const { id } = await completed(LICENCE);
    await outdateCompletions(engine, tenant);
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
    await outdateCompletions(engine, tenant);
    const twice = async () => [await sentAgain(), await sentAgain()] as const;
    const [closed, opened] = await whileUnresolved(engine, tenant, twice);
    await expectNeed(tenant, opened, { status: 'open' });
    const history = [{ action: 'need.completed', after: { reason: 'reported_again', needId: opened } }];
    expect(await needById(tenant, closed)).toMatchObject({ status: 'completed', history });
    await sendSignal(tenant, { ...LICENCE, action: 'resolve' });
    await sendSignal(tenant, LICENCE);
    await eventually(async () => expect(await openNeeds(tenant)).toBe(1));
  });

  it.each(['North', 'North Yard'])('opens a need of a site, now %s, if somebody has joined it since', async (name) => {
    const data = { site: 'North', topic: 'Forklift Operation' };
    await completed(data);
    const [site] = (await tenant.api.listSites({})).items;
    await tenant.api.renameSite({ path: { id: site?.id ?? '' }, body: { name } });
    await expectNeed(tenant, await sentAgain(data), { history: [expect.anything()] });
    expect(await openNeeds(tenant)).toBe(0);
    await addWorker(tenant, { externalWorkerId: 'W-2', site: name });
    await sendSignal(tenant, data);
    await eventually(async () => expect(await openNeeds(tenant)).toBe(1));
  });

  it('opens a need if its key names somebody else now', async () => {
    const { audience } = await completed(LICENCE);
    const workerId = audience.worker?.id ?? '';
    await tenant.api.changeWorker({ path: { id: workerId }, body: { externalWorkerId: 'W-1 (until 2026)' } });
    const { id: successor } = await addWorker(tenant, { externalWorkerId: 'W-1' });
    const needId = await sentAgain();
    await expectNeed(tenant, needId, { status: 'open', audience: { worker: { id: successor } } });
  });
});
