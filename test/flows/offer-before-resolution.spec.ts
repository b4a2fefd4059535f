import { expect, it } from '@jest/globals';
import { offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { recordedNeed } from '../factories/needs.js';
import { hire } from '../factories/workers.js';
import { sharedEngine } from '../harness/engine.js';

it('A need that has the former name of its site until it is resolved is offered to the people of the site', async () => {
  const tenant = await (await sharedEngine({ worker: false })).createTenant();
  const { id: courseId } = await publishedCourse(tenant);
  await hire(tenant, 'Ada', 'North');
  const needId = await recordedNeed(tenant, { site: 'North', topic: 'Manual Handling' });
  const { items } = await tenant.api.listSites();
  await tenant.api.renameSite({ path: { id: items[0]?.id ?? '' }, body: { name: 'North Yard' } });
  expect(await offer(tenant, needId, { courseId, dryRun: true })).toMatchObject({
    people: 1,
    counts: { willAssign: 1 },
  });
  expect(await offer(tenant, needId, { courseId })).toMatchObject({ people: 1, counts: { assigned: 1 } });
});
