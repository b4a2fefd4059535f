import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { assignmentOf, completeAll } from '../factories/assignments.js';
import { auditOf } from '../factories/audit.js';
import { draftCourse, publishedCourse } from '../factories/courses.js';
import { addCredential } from '../factories/credentials.js';
import { DAY_MS } from '#platform/text';
import { needById, raisedNeed, statusesOf } from '../factories/needs.js';
import { operationEnded, undo } from '../factories/operations.js';
import { factsOnBoard } from '../factories/readiness.js';
import { addManyWorkers, changeWorker, hire } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { refusal } from '../harness/expect-refused.js';
import { scaled } from '../harness/scale.js';

const TOPIC = 'Drone Operation';
/** With the two who are there, more than two steps of the operation. */
const MORE = scaled(2_100, 10_500);

let engine: SharedEngine;
let tenant: TestTenant;
let courseId: string;
let ada: string;
let ben: string;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  ({ id: courseId } = await publishedCourse(tenant, { title: TOPIC }));
  ada = await hire(tenant, 'Ada');
  ben = await hire(tenant, 'Ben', 'South');
});

/** Assigns the course, or another one, without a need. */
const assign = (body: object): ReturnType<typeof tenant.admin<Schemas['OfferResult']>> =>
  tenant.admin('POST', '/assignments', { courseId, ...body });
const assigned = async (): Promise<number> => {
  const [row] = await engine.database.query<{ people: number }>(
    `select count(*)::integer as people from assignment where status = 'assigned' and tenant_id = $1`,
    [tenant.id],
  );
  return row?.people ?? 0;
};

describe('a course that is assigned without a need', () => {
  it('is assigned to each worker once, due in 30 days, until they leave', async () => {
    const { status, body } = await assign({ workerIds: [ada, ben] });
    const counts = { assigned: 2, alreadyAssigned: 0 };
    expect({ status, body }).toMatchObject({ status: 200, body: { status: 'done', people: 2, courseId, counts } });
    expect(await assignmentOf(tenant, 'Ada')).toMatchObject({ needId: null, status: 'assigned', dueAt: body.dueAt });
    expect(Math.round((Date.parse(body.dueAt) - Date.now()) / DAY_MS)).toBe(30);
    expect((await assign({ workerIds: [ada, ben] })).body.counts).toMatchObject({ assigned: 0, alreadyAssigned: 2 });
    expect(await auditOf(tenant, { subject: body.operationId ?? '' })).toMatchObject([
      { action: 'operation.done', after: { kind: 'assign', ...counts } },
    ]);
    await changeWorker(tenant, ada, { active: false });
    await eventually(async () => expect(await assignmentOf(tenant, 'Ada')).toMatchObject({ status: 'cancelled' }));
  });

  it('is assigned to a worker, a group, a site or everyone, by id or by name, until a day', async () => {
    await changeWorker(tenant, ben, { groups: ['Riggers'] });
    const targets = [
      { kind: 'site', id: 'north' },
      { kind: 'group', id: 'Riggers' },
      { kind: 'worker', id: ada },
      { kind: 'everyone' },
    ];
    const counts = [];
    for (const target of targets) counts.push((await assign({ target, dueAt: '2098-05-01' })).body.counts);
    expect(counts.map((one) => one?.assigned)).toEqual([1, 1, 0, 0]);
    expect(counts.map((one) => one?.alreadyAssigned)).toEqual([0, 0, 1, 2]);
    expect(await assignmentOf(tenant, 'Ben')).toMatchObject({ dueAt: '2098-05-01' });
  });

  it('shows in a dry run who is assigned, and who not and why, and changes nothing', async () => {
    const [valid, certified, left] = [await hire(tenant, 'Cleo'), await hire(tenant, 'Dan'), await hire(tenant, 'Eve')];
    await assign({ workerIds: [ben, valid] });
    await completeAll(tenant, 'Cleo');
    await addCredential(tenant, { externalWorkerId: 'Dan', name: TOPIC });
    await changeWorker(tenant, left, { active: false });
    const workerIds = [ada, ben, valid, certified, left];
    expect(await assign({ workerIds, dryRun: true })).toMatchObject({
      status: 200,
      body: {
        operationId: null,
        counts: { willAssign: 1, alreadyAssigned: 1, alreadyValid: 2, exempt: 0, left: 1 },
        who: { willAssign: [{ name: 'Ada' }], alreadyAssigned: [{ name: 'Ben' }], left: [{ name: 'Eve' }] },
      },
    });
    expect(await assigned()).toBe(1);
    expect((await assign({ workerIds })).body.counts).toMatchObject({ assigned: 1, alreadyAssigned: 1, left: 1 });
  });

  it('leaves needs as they are, shows on the board as their progress, and closes them when it is completed', async () => {
    const { id: earlier } = await raisedNeed(tenant, { external_worker_id: 'Ada', topic: TOPIC });
    await assign({ workerIds: [ada, ben], dueAt: '2098-05-01' });
    expect(await needById(tenant, earlier)).toMatchObject({ status: 'open' });
    const { id: later } = await raisedNeed(tenant, { external_worker_id: 'Ben', topic: TOPIC });
    await eventually(async () =>
      expect(await factsOnBoard(tenant, ada)).toEqual({ facts: ['need'], dueAt: '2098-05-01' }),
    );
    for (const worker of ['Ada', 'Ben']) await completeAll(tenant, worker);
    expect(await statusesOf(tenant, [earlier, later])).toEqual(['completed', 'completed']);
  });

  it('is undone as an operation, but for what was completed', async () => {
    const { body } = await assign({ target: { kind: 'everyone' } });
    await completeAll(tenant, 'Ada');
    expect(await undo(tenant, body.operationId)).toMatchObject({ kind: 'assign', undone: 1 });
    expect(await assigned()).toBe(0);
    expect(await assignmentOf(tenant, 'Ada')).toMatchObject({ status: 'completed' });
  });

  it('is assigned to more than a thousand people in the background', async () => {
    await addManyWorkers(engine, tenant, MORE);
    const { status, body } = await assign({ target: { kind: 'everyone' } });
    expect({ status, body }).toMatchObject({ status: 202, body: { status: 'queued', people: MORE + 2, counts: null } });
    const people = { unit: 'people', total: MORE + 2, done: MORE + 2, items: [] };
    expect(await operationEnded(tenant, body.operationId)).toMatchObject(people);
    expect(await assigned()).toBe(MORE + 2);
    const entries = await auditOf(tenant, { subject: body.operationId ?? '' });
    expect(entries.at(-1)).toMatchObject({ after: { assigned: MORE + 2 } });
  });

  it.each([
    ['people', {}],
    ['workers and a target', { workerIds: ['wrk_01jd00000000000000000000000'], target: { kind: 'everyone' } }],
    ['somebody', { workerIds: [] }],
    ['known workers', { workerIds: ['wrk_01jd00000000000000000000000'] }],
    ['workers by their ids', { workerIds: ['Ada'] }],
    ['at most 500 workers', { workerIds: Array.from({ length: 501 }, (_, index) => `wrk_${index}`) }],
    ['the site', { target: { kind: 'site' } }],
    ['a known group', { target: { kind: 'group', id: 'Nobody' } }],
    ['a day to come', { target: { kind: 'everyone' }, dueAt: '2020-01-01' }],
    ['a known course', { target: { kind: 'everyone' }, courseId: 'crs_01jd00000000000000000000000' }],
    ['a course', { target: { kind: 'everyone' }, courseId: null }],
  ])('names %s', async (_what, body) => {
    expect(await assign(body)).toMatchObject(refusal(422, 'invalid'));
    expect(await assigned()).toBe(0);
  });

  it('is a published one', async () => {
    const { id } = await draftCourse(tenant);
    expect(await assign({ courseId: id, workerIds: [ada] })).toMatchObject(refusal(422, 'course_not_published'));
  });
});
