import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { addCredential } from '../factories/credentials.js';
import { dateInDays } from '../factories/days.js';
import { raisedNeed } from '../factories/needs.js';
import { boardRows } from '../factories/readiness.js';
import { addRequirement } from '../factories/requirements.js';
import { sendSignal } from '../factories/signals.js';
import { addWaiver } from '../factories/waivers.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { assignedTo, boardLists, offerMissing, previewMissing, publishCourses } from '../factories/offer-missing.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;
const people: Record<string, string> = {};
let courses: ReadonlyMap<string, string>;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  courses = await publishCourses(tenant, ['Manual Handling', 'Fire Safety', 'Working at Heights', 'Data Protection']);
  for (const [name, site] of [
    ['Ada', 'North'],
    ['Ben', 'North'],
    ['Cleo', 'South'],
  ] as const)
    people[name] = (await addWorker(tenant, { name, site })).id;
  await boardLists(tenant, 3);
});

const raise = async (data: object): Promise<string> => (await raisedNeed(tenant, data)).id;
const requireCourse = (title: string, more: Parameters<typeof addRequirement>[1] = {}) =>
  addRequirement(tenant, { courseId: courses.get(title), ...more });
const preview = (body: Schemas['OfferMissingBody']): Promise<object> => previewMissing(tenant, body);
const offer = (body: Schemas['OfferMissingBody']): Promise<string> => offerMissing(tenant, body);
const assigned = (): Promise<string[]> => assignedTo(tenant);
const everybody = { filter: {} };

describe('offering people what they lack', () => {
  it('assigns what answers their own needs, those of their site, credentials and requirements, as the preview says', async () => {
    const own = await raise({ external_worker_id: 'Ada', topic: 'Manual Handling', severity: 1 });
    const ofSite = await raise({ site: 'North', topic: 'Fire Safety', severity: 4 });
    await addCredential(tenant, { externalWorkerId: 'Ben', name: 'Working at Heights', expiresAt: dateInDays(20) });
    await requireCourse('Data Protection');
    const workerIds = Object.values(people);
    expect(await preview({ workerIds })).toMatchObject({
      operationId: null,
      people: 3,
      checked: 3,
      willAssign: 7,
      alreadyAssigned: 0,
      alreadyValid: 0,
      withoutCourse: 0,
      courses: [
        { title: 'Data Protection', people: 3 },
        { title: 'Fire Safety', people: 2 },
        { people: 1 },
        { people: 1 },
      ],
    });
    // An expiring credential is not valid, even if it is valid beyond the due date.
    expect(await preview({ workerIds, dueAt: dateInDays(5) })).toMatchObject({ willAssign: 7 });
    await offer({ workerIds });
    const afterwards = await assigned();
    expect(afterwards).toEqual([
      `Ada: Data Protection for null, due ${dateInDays(14)}`,
      `Ada: Fire Safety for ${ofSite}, due ${dateInDays(7)}`,
      `Ada: Manual Handling for ${own}, due ${dateInDays(90)}`,
      `Ben: Data Protection for null, due ${dateInDays(14)}`,
      `Ben: Fire Safety for ${ofSite}, due ${dateInDays(7)}`,
      `Ben: Working at Heights for null, due ${dateInDays(20)}`,
      `Cleo: Data Protection for null, due ${dateInDays(14)}`,
    ]);
    for (const id of [own, ofSite])
      expect((await tenant.admin('GET', `/needs/${id}`)).body).toMatchObject({ status: 'offered' });
    expect(await preview({ workerIds })).toMatchObject({ willAssign: 0, alreadyAssigned: 7, courses: [] });
    await offer({ workerIds });
    expect(await assigned()).toEqual(afterwards);
  });

  it('offers what the board shows, and the board shows it under way', async () => {
    await requireCourse('Data Protection');
    const moves = async (): Promise<unknown[]> =>
      (await boardRows(tenant)).flatMap(({ reasons }) => reasons.map(({ move }) => move));
    const offered = { action: 'offer', courseId: courses.get('Data Protection') };
    await eventually(async () => expect(await moves()).toEqual([offered, offered, offered]));
    await offer({ filter: { site: 'north', status: ['at_risk', 'not_ready'] }, dueAt: '2098-01-31' });
    expect(await assigned()).toEqual([
      'Ada: Data Protection for null, due 2098-01-31',
      'Ben: Data Protection for null, due 2098-01-31',
    ]);
    await eventually(async () =>
      expect(await moves()).toMatchObject([{ action: 'complete' }, { action: 'complete' }, { action: 'offer' }]),
    );
  });

  it('leaves out what is waived, completed, or without a course, but not what is snoozed or required again', async () => {
    const requirement = await requireCourse('Data Protection', { validDays: 30 });
    const until = dateInDays(60);
    await addWaiver(tenant, { workerId: people['Cleo'] ?? '', requirementId: requirement.id, until, note: 'n' });
    const fire = { topic: 'Fire Safety', training: 'Fire Safety' };
    await sendSignal(
      tenant,
      { external_worker_id: 'Ada', ...fire, completed_at: dateInDays(-40) },
      'training_completed',
    );
    await sendSignal(
      tenant,
      { external_worker_id: 'Ada', topic: 'Data Protection', completed_at: dateInDays(-40) },
      'training_completed',
    );
    const snoozed = await raise({ external_worker_id: 'Ben', topic: 'Manual Handling' });
    await tenant.admin('POST', `/needs/${snoozed}/snooze`, { until: `${until}T00:00:00Z` });
    await raise({ external_worker_id: 'Ada', topic: 'Fire Safety' });
    await raise({ external_worker_id: 'Cleo', topic: 'Beekeeping' });
    expect(await preview(everybody)).toMatchObject({ willAssign: 3, alreadyValid: 1, exempt: 0, withoutCourse: 1 });
    await offer(everybody);
    expect((await assigned()).map((text) => text.replace(/, due .*/, ''))).toEqual([
      'Ada: Data Protection for null',
      'Ben: Data Protection for null',
      `Ben: Manual Handling for ${snoozed}`,
    ]);
  });

  it('leaves out who holds a credential for the topic, or was exempted from it', async () => {
    await addRequirement(tenant, { appliesTo: { kind: 'site', name: 'South' }, credential: 'WAH licence' });
    expect(await preview(everybody)).toMatchObject({ willAssign: 1, courses: [{ title: 'Working at Heights' }] });
    await addCredential(tenant, { externalWorkerId: 'Cleo', name: 'Working at Heights' });
    const dismissed = await raise({ external_worker_id: 'Cleo', topic: 'Manual Handling' });
    await tenant.admin('POST', `/needs/${dismissed}/dismiss`, { reason: 'equivalent_held' });
    const ofSite = await raise({ site: 'South', topic: 'Manual Handling' });
    expect(await preview(everybody)).toMatchObject({ willAssign: 0, alreadyValid: 1, exempt: 1 });
    await offer(everybody);
    expect(await assigned()).toEqual([]);
    expect((await tenant.admin('GET', `/needs/${ofSite}`)).body).toMatchObject({ status: 'completed' });
  });
});
