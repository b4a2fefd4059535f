import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { draftsOf, expectDrafts } from '../factories/drafts.js';
import { signal } from '../factories/signals.js';
import { changeTenant } from '../factories/tenants.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { refusal } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';

const TOPIC = 'Zorbux line restart';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

const settings = (body: object): Promise<unknown> => tenant.admin('PUT', '/signal-map', { map: {}, ...body });
const turnOn = (autoAuthorThreshold = 3): Promise<unknown> => settings({ autoAuthor: true, autoAuthorThreshold });
const needs = async () => (await tenant.api.listNeeds()).items;
const expectNeeds = (expected: readonly object[]): Promise<void> =>
  eventually(async () => expect(await needs()).toMatchObject(expected));
const allow = (draftsPerMonth: number): Promise<void> => changeTenant(engine, tenant, { draftsPerMonth });

/** Sends a signal about a topic for each of these people. */
const report = (topic: string, people: readonly string[], type = 'audit'): Promise<Response> =>
  tenant.send(people.map((id) => signal({ external_worker_id: id, topic }, type)));

/** The same, and waits until their needs are resolved. */
async function send(topic: string, people: readonly string[], type?: string): Promise<void> {
  await report(topic, people, type);
  await tenant.resolvedNeeds();
}

/** Expects only these drafts once no mark is due: the job deletes a mark when it has considered its topic. */
async function expectOnly(drafts: readonly object[]): Promise<void> {
  const due = 'select from authoring_mark where tenant_id = $1 and due_at <= now()';
  await eventually(async () => expect(await engine.database.query(due, [tenant.id])).toEqual([]));
  expect(await draftsOf(tenant)).toMatchObject(drafts);
}

/** Reports a topic for which the plan allows no draft. */
async function sendBeyondPlan(): Promise<void> {
  await allow(0);
  await turnOn(1);
  await send(TOPIC, ['a']);
}

describe('a draft that starts by itself', () => {
  it('is off until the tenant turns it on, and then considers the needs that are open already', async () => {
    await send(TOPIC, ['a', 'b', 'c']);
    expect(await draftsOf(tenant)).toEqual([]);
    expect(await tenant.api.getSignalMap()).toMatchObject({ autoAuthor: false, autoAuthorThreshold: 3 });
    await turnOn();
    const startedBy = { kind: 'auto' };
    await expectDrafts(tenant, [{ topic: TOPIC, status: 'ready', needs: 3, people: 3, startedBy }]);
    expect((await needs()).map(({ status }) => status)).toEqual(['authoring', 'authoring', 'authoring']);
  });

  it('counts people and not needs, in every spelling of the topic', async () => {
    await turnOn();
    await send(TOPIC, ['a', 'b']);
    await send('zorbux  LINE restart', ['a', 'b'], 'incident');
    await expectOnly([]);
    await send('Zorbux Line Restart', ['c'], 'incident');
    await expectDrafts(tenant, [{ needs: 5, people: 3 }]);
  });

  it('counts the people of a cohort, each once with their own needs', async () => {
    for (const name of ['a', 'b']) await addWorker(tenant, { name, site: 'North' });
    await turnOn();
    await tenant.send(signal({ site: 'North', topic: TOPIC }, 'audit'));
    await send(TOPIC, ['a']);
    await expectOnly([]);
    await send(TOPIC, ['c']);
    await expectDrafts(tenant, [{ needs: 3, people: 3 }]);
  });

  it('starts where the threshold is lowered to what is open', async () => {
    await turnOn(3);
    await send(TOPIC, ['a', 'b']);
    await expectOnly([]);
    await turnOn(2);
    await eventually(async () => expect(await draftsOf(tenant)).toHaveLength(1));
  });

  it('takes needs that come later, and is one for its topic however many arrive at the same time', async () => {
    await turnOn();
    const crowd = Array.from({ length: 140 }, (_, index) => `w${index}`);
    await Promise.all([0, 30, 60, 90].map((from) => report(TOPIC, crowd.slice(from, from + 30))));
    await expectDrafts(tenant, [{ status: 'ready', needs: 120 }]);
    await report(TOPIC, crowd.slice(120));
    await expectDrafts(tenant, [{ status: 'ready', needs: 140 }]);
  });

  it('does not start again for the needs of a draft that a person cancelled, but for as many that come later', async () => {
    await turnOn();
    await send(TOPIC, ['a', 'b', 'c']);
    await expectDrafts(tenant, [{ status: 'ready' }]);
    for (const { id } of await draftsOf(tenant)) await tenant.api.cancelDraft({ path: { id } });
    await tenant.resolvedNeeds();
    await turnOn(2);
    await expectOnly([{ status: 'cancelled' }]);
    await send(TOPIC, ['d']);
    await expectOnly([{ status: 'cancelled' }]);
    await send(TOPIC, ['e']);
    await expectDrafts(tenant, [{ needs: 5 }, { status: 'cancelled' }]);
  });

  it('waits where the plan allows none, says so on its needs, and starts when the plan changes', async () => {
    await sendBeyondPlan();
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
    await turnOn(3);
    await send(TOPIC, ['a']);
    const [need] = await needs();
    const refused = await tenant.admin('POST', `/needs/${need?.id}/author`);
    expect(refused).toMatchObject(refusal(409, 'plan_limit_reached'));
    await send(TOPIC, ['b']);
    await expectOnly([]);
    await expectNeeds([{}, { id: need?.id, authoring: { blocked: 'plan_limit' } }]);
    await allow(5);
    await withWorker(engine, () => eventually(async () => expect((await needs())[1]).not.toHaveProperty('authoring')));
  });

  it('starts for each of the topics that wait, as the plan comes to allow more', async () => {
    await sendBeyondPlan();
    await send('Quimby press guarding', ['b']);
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
    await sendBeyondPlan();
    await eventually(async () => expect((await needs())[0]).toHaveProperty('authoring'));
    await settings({ autoAuthor: false });
    await eventually(async () => expect((await needs())[0]).not.toHaveProperty('authoring'));
  });
});
