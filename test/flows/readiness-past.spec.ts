import { expect, it } from '@jest/globals';
import { assignmentOf } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { addCredential } from '../factories/credentials.js';
import { dateInDays } from '../factories/days.js';
import { boardPage, boardShows } from '../factories/readiness.js';
import { addWorker, changeWorker } from '../factories/workers.js';
import { sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';

it('shows no assignment on a past day that was made later', async () => {
  const engine = await sharedEngine();
  const tenant = await engine.createTenant();
  const { id: workerId } = await addWorker(tenant, { name: 'Ada', externalWorkerId: 'Ada' });
  const { id: courseId } = await publishedCourse(tenant, { title: 'First aid' });
  await addCredential(tenant, { externalWorkerId: 'Ada', name: 'First aid', expiresAt: dateInDays(-20) });
  await boardShows(tenant, ['Ada | not_ready | credential_expired 4']);
  for (const table of ['readiness_period', 'readiness_cause'])
    await engine.database.query(
      `update ${table} set valid_from = valid_from - interval '10 days'
         where tenant_id = $1 and valid_to = 'infinity'`,
      [tenant.id],
    );
  await tenant.api.createAssignments({ body: { courseId, workerIds: [workerId] } });
  const progress = async (query = ''): Promise<unknown> =>
    (await boardPage(tenant, query)).items.flatMap(({ reasons }) => reasons.map((reason) => reason.progress));
  await eventually(async () => expect(await progress()).toMatchObject([{ state: 'assigned' }]));
  expect(await progress(`asOf=${dateInDays(-5)}`)).toEqual([null]);
});

it('shows an assignment on a past day that was cancelled later', async () => {
  const engine = await sharedEngine();
  const tenant = await engine.createTenant();
  const { id: workerId } = await addWorker(tenant, { name: 'Ada', externalWorkerId: 'Ada' });
  const { id: courseId } = await publishedCourse(tenant, { title: 'First aid' });
  await addCredential(tenant, { externalWorkerId: 'Ada', name: 'First aid', expiresAt: dateInDays(-20) });
  await tenant.api.createAssignments({ body: { courseId, workerIds: [workerId] } });
  await boardShows(tenant, ['Ada | not_ready | credential_expired 4']);
  const progress = async (query = ''): Promise<unknown> =>
    (await boardPage(tenant, query)).items.flatMap(({ reasons }) => reasons.map((reason) => reason.progress?.state));
  await eventually(async () => expect(await progress()).toEqual(['assigned']));
  const before = new Date().toISOString();
  const { id } = await assignmentOf(tenant, workerId);
  await tenant.api.cancelAssignment({ path: { id } });
  await eventually(async () => expect(await progress()).toEqual([undefined]));
  expect(await progress(`asOf=${before}`)).toEqual(['assigned']);
});

it('counts people of a site that was deleted since without a site on a past day, as the board shows them', async () => {
  const engine = await sharedEngine();
  const tenant = await engine.createTenant();
  const { id } = await addWorker(tenant, { name: 'Ada', site: 'North' });
  const sitesAt = async (asOf?: string): Promise<Array<[string | null, number]>> =>
    (await tenant.api.getReadinessSummary({ query: { asOf } })).sites.map(({ site, total }) => [site, total]);
  await eventually(async () => expect(await sitesAt()).toEqual([['North', 1]]));
  const before = new Date().toISOString();
  await changeWorker(tenant, id, { site: 'South' });
  const [north] = (await tenant.api.listSites({ query: { q: 'North' } })).items;
  await tenant.api.removeSite({ path: { id: north?.id ?? '' } });
  await eventually(async () => expect(await sitesAt()).toEqual([['South', 1]]));
  expect((await boardPage(tenant, `asOf=${before}`)).items).toMatchObject([{ worker: { site: null } }]);
  expect(await sitesAt(before)).toEqual([
    ['South', 0],
    [null, 1],
  ]);
});
