import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TOPIC, expectOnlyDrafts, reportResolved, turnOn } from '../factories/auto-author.js';
import { draftsOf, expectDrafts } from '../factories/drafts.js';
import { needById } from '../factories/needs.js';
import { changeTenant } from '../factories/tenants.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { refusal } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';

const OTHER_TOPIC = 'Quimby press guarding';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

const needs = async () => (await tenant.api.listNeeds()).items;
const expectNeeds = (expected: readonly object[]): Promise<void> =>
  eventually(async () => expect(await needs()).toMatchObject(expected));
const allow = (draftsPerMonth: number): Promise<void> => changeTenant(engine, tenant, { draftsPerMonth });

/** Reports a topic for which the plan allows no draft. */
async function reportBeyondPlan(): Promise<void> {
  await allow(0);
  await turnOn(tenant, 1);
  await reportResolved(tenant, TOPIC, ['a']);
}

describe('a draft that would start by itself beyond the plan', () => {
  it('waits where the plan allows none, says so on its needs, and starts when the plan changes', async () => {
    await reportBeyondPlan();
    const { resetsAt } = await tenant.api.getAuthoringUsage();
    const blocked = { draftId: null, status: null, blocked: 'plan_limit', resetsAt };
    await expectNeeds([{ status: 'open', authoring: blocked }]);
    expect(await draftsOf(tenant)).toEqual([]);
    await allow(1);
    const awaited = { draftId: expect.stringMatching(/^drf_/), status: 'ready', blocked: null, resetsAt: null };
    await withWorker(engine, () => expectNeeds([{ status: 'authoring', authoring: awaited }]));
  });

  it('leaves it to the plan what a need shows for which a person was refused a draft, whoever reports the topic', async () => {
    await allow(0);
    await turnOn(tenant, 3);
    // This topic waits, too, and takes the first draft.
    await reportResolved(tenant, OTHER_TOPIC, ['x', 'y', 'z']);
    await eventually(async () => expect((await needs())[0]).toHaveProperty('authoring'));
    await reportResolved(tenant, TOPIC, ['a']);
    const [need] = await needs();
    const id = need?.id ?? '';
    const shown = async () => (await needById(tenant, id)).authoring;
    expect(await tenant.admin('POST', `/needs/${id}/author`)).toMatchObject(refusal(409, 'plan_limit_reached'));
    await reportResolved(tenant, TOPIC, ['b']);
    await expectOnlyDrafts(engine, tenant, []);
    expect(await shown()).toMatchObject({ blocked: 'plan_limit' });
    await allow(1);
    await withWorker(engine, () => expectDrafts(tenant, [{ topic: OTHER_TOPIC, status: 'ready' }]));
    expect(await shown()).toMatchObject({ blocked: 'plan_limit' });
    await allow(5);
    await withWorker(engine, () => eventually(async () => expect(await shown()).toBeUndefined()));
  });

  it('starts for each of the topics that wait, as the plan comes to allow more', async () => {
    await reportBeyondPlan();
    await reportResolved(tenant, OTHER_TOPIC, ['b']);
    const waiting = { status: 'open', authoring: { blocked: 'plan_limit' } };
    await expectNeeds([waiting, waiting]);
    for (const allowed of [1, 2]) {
      await allow(allowed);
      // By the time that a draft is written, the job has considered the other topic, too.
      const written = Array.from({ length: allowed }, () => ({ status: 'ready' }));
      await withWorker(engine, () => expectDrafts(tenant, written));
    }
  });

  it('is not waited for any more when it is turned off', async () => {
    await reportBeyondPlan();
    await eventually(async () => expect((await needs())[0]).toHaveProperty('authoring'));
    await tenant.admin('PUT', '/signal-map', { map: {}, autoAuthor: false });
    await eventually(async () => expect((await needs())[0]).not.toHaveProperty('authoring'));
  });
});
