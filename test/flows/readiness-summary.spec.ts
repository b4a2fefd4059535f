import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { completeAll, offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { dateInDays } from '../factories/days.js';
import { sendSignal } from '../factories/signals.js';
import { addWorkersOfTwoSites } from '../factories/workers.js';
import { sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

let tenant: TestTenant;

beforeEach(async () => {
  tenant = await (await sharedEngine()).createTenant();
  await addWorkersOfTwoSites(tenant);
});

describe('the summary of the board', () => {
  it('counts people by site and reason, with the needs that explain most of it, and when it last changed', async () => {
    const before = (await tenant.api.getReadinessSummary()).asOf;
    await sendSignal(tenant, { site: 'South', topic: 'Rigging', severity: 4 }, 'near_miss');
    await sendSignal(tenant, { site: 'North', topic: 'Manual handling', severity: 4 }, 'near_miss');
    await eventually(async () =>
      expect(await tenant.api.getReadinessSummary()).toMatchObject({
        total: 3,
        ready: 0,
        atRisk: 0,
        notReady: 3,
        sites: [
          { site: 'North', total: 2, notReady: 2, kinds: { need: 2 } },
          { site: 'South', total: 1, notReady: 1 },
        ],
        kinds: { need: 3, credential_expired: 0 },
        causes: [
          { topic: 'Manual handling', site: 'North', severity: 4, people: 2, move: { action: 'author' } },
          { topic: 'Rigging', site: 'South', severity: 4, people: 1 },
        ],
      }),
    );
    const { changedAt, asOf } = await tenant.api.getReadinessSummary();
    expect(Date.parse(changedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(before));
    expect(Date.parse(changedAt ?? '')).toBeLessThanOrEqual(Date.parse(asOf));
    expect((await tenant.api.getReadinessSummary({ query: { asOf: dateInDays(-300) } })).changedAt).toBeNull();
    const { days } = await tenant.api.getReadinessTrend({ query: { days: 7 } });
    expect(days).toHaveLength(7);
    expect(days.at(-1)).toMatchObject({ total: 3, notReady: 3, ready: 0 });
    expect(days[0]).toMatchObject({ total: 0 });
  });

  it('asks to offer the course of a shared need until everybody whom it reaches has it assigned', async () => {
    await publishedCourse(tenant);
    await sendSignal(tenant, { site: 'North', topic: 'Manual handling', severity: 4 });
    const causes = async (): Promise<Array<Partial<Schemas['SharedCause']>>> =>
      (await tenant.api.getReadinessSummary()).causes.map(({ people, move }) => ({ people, move }));
    const [need] = await tenant.resolvedNeeds();
    const needId = need?.id ?? '';
    const offered = { people: 2, move: { action: 'offer', needId, courseId: expect.any(String) } };
    await eventually(async () => expect(await causes()).toEqual([offered]));
    const [ada] = (await tenant.api.listWorkers({ query: { q: 'Ada' } })).items;
    await offer(tenant, needId, { target: { kind: 'worker', id: ada?.id ?? '' } });
    expect(await causes()).toEqual([offered]);
    const underWay = { people: 2, move: { action: 'complete', needId } };
    const offerToSite = () => offer(tenant, needId, { target: { kind: 'site', id: 'North' } });
    await offerToSite();
    await eventually(async () => expect(await causes()).toEqual([underWay]));
    const { items } = await tenant.api.listAssignments();
    await tenant.api.cancelAssignment({ path: { id: items.find(({ worker }) => worker.id !== ada?.id)?.id ?? '' } });
    expect(await causes()).toEqual([offered]);
    await offerToSite();
    await eventually(async () => expect(await causes()).toEqual([underWay]));
    await completeAll(tenant, ada?.id ?? '');
    await eventually(async () => expect(await causes()).toEqual([{ ...underWay, people: 1 }]));
  });
});
