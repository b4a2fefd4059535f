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
    await sendSignal(tenant, { site: 'North', topic: 'Manual handling', severity: 4 }, 'near_miss');
    await eventually(async () =>
      expect(await tenant.api.getReadinessSummary()).toMatchObject({
        total: 3,
        ready: 1,
        atRisk: 0,
        notReady: 2,
        sites: [
          { site: 'North', total: 2, notReady: 2, kinds: { need: 2 } },
          { site: 'South', total: 1, ready: 1 },
        ],
        kinds: { need: 2, credential_expired: 0 },
        causes: [{ topic: 'Manual handling', site: 'North', severity: 4, people: 2, move: { action: 'author' } }],
      }),
    );
    const { changedAt, asOf } = await tenant.api.getReadinessSummary();
    expect(Date.parse(changedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(before));
    expect(Date.parse(changedAt ?? '')).toBeLessThanOrEqual(Date.parse(asOf));
    expect((await tenant.api.getReadinessSummary({ query: { asOf: dateInDays(-300) } })).changedAt).toBeNull();
    const { days } = await tenant.api.getReadinessTrend({ query: { days: 7 } });
    expect(days).toHaveLength(7);
    expect(days.at(-1)).toMatchObject({ total: 3, notReady: 2, ready: 1 });
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
    await offer(tenant, needId, { target: { kind: 'site', id: 'North' } });
    await eventually(async () => expect(await causes()).toEqual([{ people: 2, move: { action: 'complete', needId } }]));
    await completeAll(tenant, ada?.id ?? '');
    await eventually(async () => expect(await causes()).toEqual([{ people: 1, move: { action: 'complete', needId } }]));
  });
});
