import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TOPIC, expectOnlyDrafts, report, reportResolved, turnOn } from '../factories/auto-author.js';
import { draftsOf, expectDrafts } from '../factories/drafts.js';
import { needById } from '../factories/needs.js';
import { signal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

describe('a draft that starts by itself', () => {
  it('is off until the tenant turns it on, and then considers the needs that are open already', async () => {
    await reportResolved(tenant, TOPIC, ['a', 'b', 'c']);
    expect(await draftsOf(tenant)).toEqual([]);
    expect(await tenant.api.getSignalMap()).toMatchObject({ autoAuthor: false, autoAuthorThreshold: 3 });
    await turnOn(tenant);
    const startedBy = { kind: 'auto' };
    await expectDrafts(tenant, [{ topic: TOPIC, status: 'ready', needs: 3, people: 3, startedBy }]);
    expect((await tenant.api.listNeeds()).items.map(({ status }) => status)).toEqual([
      'authoring',
      'authoring',
      'authoring',
    ]);
  });

  it('counts a snoozed need, and leaves it snoozed', async () => {
    await reportResolved(tenant, TOPIC, ['a', 'b', 'c']);
    const [{ id } = { id: '' }] = await tenant.resolvedNeeds();
    await tenant.api.snoozeNeed({ path: { id }, body: { until: '2100-01-01' } });
    await turnOn(tenant);
    await expectDrafts(tenant, [{ status: 'ready', needs: 2 }]);
    expect(await needById(tenant, id)).toMatchObject({ status: 'snoozed', snoozedUntil: '2100-01-01' });
    await tenant.api.reopenNeed({ path: { id } });
    await expectDrafts(tenant, [{ status: 'ready', needs: 3 }]);
  });

  it('counts people and not needs, in every spelling of the topic', async () => {
    await turnOn(tenant);
    await reportResolved(tenant, TOPIC, ['a', 'b']);
    await reportResolved(tenant, 'zorbux  LINE restart', ['a', 'b'], 'incident');
    await expectOnlyDrafts(engine, tenant, []);
    await reportResolved(tenant, 'Zorbux Line Restart', ['c'], 'incident');
    await expectDrafts(tenant, [{ needs: 5, people: 3 }]);
  });

  it('counts the people of a cohort, each once with their own needs', async () => {
    for (const name of ['a', 'b']) await addWorker(tenant, { name, site: 'North' });
    await turnOn(tenant);
    await tenant.send(signal({ site: 'North', topic: TOPIC }, 'audit'));
    await reportResolved(tenant, TOPIC, ['a']);
    await expectOnlyDrafts(engine, tenant, []);
    await reportResolved(tenant, TOPIC, ['c']);
    await expectDrafts(tenant, [{ needs: 3, people: 3 }]);
  });

  it('starts where the threshold is lowered to what is open', async () => {
    await turnOn(tenant, 3);
    await reportResolved(tenant, TOPIC, ['a', 'b']);
    await expectOnlyDrafts(engine, tenant, []);
    await turnOn(tenant, 2);
    await eventually(async () => expect(await draftsOf(tenant)).toHaveLength(1));
  });

  it('takes needs that come later, and is one for its topic however many arrive at the same time', async () => {
    await turnOn(tenant);
    const crowd = Array.from({ length: 140 }, (_, index) => `w${index}`);
    await Promise.all([0, 30, 60, 90].map((from) => report(tenant, TOPIC, crowd.slice(from, from + 30))));
    await expectDrafts(tenant, [{ status: 'ready', needs: 120 }]);
    await report(tenant, TOPIC, crowd.slice(120));
    await expectDrafts(tenant, [{ status: 'ready', needs: 140 }]);
  });

  it('does not start again for the needs of a draft that a person cancelled, but for as many that come later', async () => {
    await turnOn(tenant);
    await reportResolved(tenant, TOPIC, ['a', 'b', 'c']);
    await expectDrafts(tenant, [{ status: 'ready' }]);
    for (const { id } of await draftsOf(tenant)) await tenant.api.cancelDraft({ path: { id } });
    await tenant.resolvedNeeds();
    await turnOn(tenant, 2);
    await expectOnlyDrafts(engine, tenant, [{ status: 'cancelled' }]);
    await reportResolved(tenant, TOPIC, ['d']);
    await expectOnlyDrafts(engine, tenant, [{ status: 'cancelled' }]);
    await reportResolved(tenant, TOPIC, ['e']);
    await expectDrafts(tenant, [{ needs: 5 }, { status: 'cancelled' }]);
  });
});
