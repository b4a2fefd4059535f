import { expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { completeAll, offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { sendSignal } from '../factories/signals.js';
import { addWorkersOfTwoSites } from '../factories/workers.js';
import { sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';

it('asks to offer the course of a shared need until everybody whom it reaches has it assigned', async () => {
  const tenant = await (await sharedEngine()).createTenant();
  await addWorkersOfTwoSites(tenant);
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
