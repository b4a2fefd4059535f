import { beforeAll, describe, expect, it } from '@jest/globals';
import type { InputOf } from '#client';
import { completeAll } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { boardRows } from '../factories/readiness.js';
import { addRequirement } from '../factories/requirements.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { offerMissing } from '../factories/offer-missing.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
  tenant = await engine.createTenant();
  await addWorker(tenant, { name: 'Ada', site: 'North', role: 'Rigger', groups: ['Night shift'] });
  await addWorker(tenant, { name: 'Ben', site: 'North', role: 'Driver' });
  await addWorker(tenant, { name: 'Cleo', site: 'South', role: 'Driver' });
  await addRequirement(tenant, { credential: 'First aid' });
  await addRequirement(tenant, { appliesTo: { kind: 'site', name: 'South' }, credential: 'Boat pass' });
  await addRequirement(tenant, { appliesTo: { kind: 'role', name: 'Rigger' }, credential: 'Rigging' });
  await addRequirement(tenant, { appliesTo: { kind: 'group', name: 'Night shift' }, credential: 'Night pass' });
  await tenant.api.createSite({ body: { name: 'Where nobody is' } });
  await addRequirement(tenant, { appliesTo: { kind: 'site', name: 'Where nobody is' }, credential: 'Diving' });
  await eventually(everybodyLacksSomething);
});

const everybodyLacksSomething = async (): Promise<void> =>
  expect(await tenant.api.getReadinessSummary()).toMatchObject({ notReady: 3 });
const columns = async (query: InputOf<'getMatrix'>['query']): Promise<string[]> =>
  (await tenant.api.getMatrix({ query })).columns.map(({ name }) => name);

describe('the columns of the matrix', () => {
  it.each([
    [{}, ['Boat pass', 'First aid', 'Night pass', 'Rigging']],
    [{ site: 'North' }, ['First aid', 'Night pass', 'Rigging']],
    [{ site: 'South' }, ['Boat pass', 'First aid']],
    [{ role: 'Driver' }, ['Boat pass', 'First aid']],
    [{ role: 'Driver', site: 'North' }, ['First aid']],
    [{ group: 'Night shift' }, ['First aid', 'Night pass', 'Rigging']],
    [{ q: 'Cleo' }, ['Boat pass', 'First aid']],
    [{ status: ['ready' as const] }, []],
  ])('are what is required of whom the filters find: %j', async (query, names) => {
    expect(await columns(query)).toEqual(names);
  });
});

describe('a cell of the matrix', () => {
  it('is missing on a day before the course was completed', async () => {
    const own = await engine.createTenant();
    const { id: workerId } = await addWorker(own, { name: 'Dan', externalWorkerId: 'Dan' });
    const { id: courseId } = await publishedCourse(own, { title: 'Fire safety' });
    await addRequirement(own, { courseId });
    const states = async (asOf?: string): Promise<unknown> =>
      (await own.api.getMatrix({ query: { asOf } })).rows.flatMap(({ cells }) => cells);
    await eventually(async () => expect(await own.api.getReadinessSummary()).toMatchObject({ atRisk: 1 }));
    const before = new Date().toISOString();
    await own.api.createAssignments({ body: { courseId, workerIds: [workerId] } });
    await completeAll(own, 'Dan');
    await eventually(async () => expect(await states()).toEqual([{ state: 'valid', until: null }]));
    expect(await states(before)).toEqual([{ state: 'missing', until: null }]);
  });

  it('is assigned while the course is under way that the board offers for the credential', async () => {
    const own = await engine.createTenant();
    await addWorker(own, { name: 'Eve' });
    await publishedCourse(own, { title: 'Crane basics', topics: ['Overhead crane', 'Zorbux pass'] });
    await addRequirement(own, { credential: 'Zorbux pass' });
    await eventually(async () => expect(await own.api.getReadinessSummary()).toMatchObject({ notReady: 1 }));
    await offerMissing(own, { filter: {} });
    const [row] = await boardRows(own);
    expect(row?.reasons).toMatchObject([{ kind: 'credential_missing', progress: { state: 'assigned' } }]);
    const { rows } = await own.api.getMatrix();
    expect(rows.flatMap(({ cells }) => cells)).toEqual([
      { state: 'assigned', until: row?.reasons[0]?.progress?.dueAt },
    ]);
  });
});
