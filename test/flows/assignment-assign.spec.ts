import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DAY_MS } from '../factories/days.js';
import { operationEnded, undo } from '../factories/operations.js';
import { addManyWorkers } from '../factories/workers.js';
import { AssigningTenant } from '../harness/assigning-tenant.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { scaled } from '../harness/scale.js';

/** With the two who are there, more than two steps of the operation. */
const MORE = scaled(2_100, 10_500);

let engine: SharedEngine;
let acme: AssigningTenant;
let ada: string;
let ben: string;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  acme = await AssigningTenant.of(await engine.createTenant());
  ada = await acme.hire('Ada');
  ben = await acme.hire('Ben', 'South');
});

const assigned = async (): Promise<number> => {
  const [row] = await engine.database.query<{ people: number }>(
    `select count(*)::integer as people from assignment where status = 'assigned' and tenant_id = $1`,
    [acme.tenant.id],
  );
  return row?.people ?? 0;
};

describe('a course that is assigned without a need', () => {
  it('is assigned to each worker once, due in 30 days', async () => {
    const { status, body } = await acme.assign({ workerIds: [ada, ben] });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { status: 'done', people: 2, courseId: acme.courseId, counts: { assigned: 2, alreadyAssigned: 0 } },
    });
    const assignment = await acme.assignmentOf('Ada');
    expect(assignment).toMatchObject({ needId: null, status: 'assigned', dueAt: body.dueAt });
    expect(Math.round((Date.parse(body.dueAt) - Date.now()) / DAY_MS)).toBe(30);
    expect((await acme.assign({ workerIds: [ada, ben] })).body.counts).toMatchObject({
      assigned: 0,
      alreadyAssigned: 2,
    });
    expect(await acme.auditOf(body.operationId ?? '')).toMatchObject([
      { action: 'operation.done', after: { kind: 'assign', assigned: 2, alreadyAssigned: 0 } },
    ]);
  });

  it('is assigned to a worker, a group, a site or everyone, by id or by name, until a day', async () => {
    await acme.tenant.admin('PATCH', `/workers/${ben}`, { groups: ['Riggers'] });
    const targets = [
      { kind: 'site', id: 'north' },
      { kind: 'group', id: 'Riggers' },
      { kind: 'worker', id: ada },
      { kind: 'everyone' },
    ];
    const counts = [];
    for (const target of targets) counts.push((await acme.assign({ target, dueAt: '2098-05-01' })).body.counts);
    expect(counts.map((one) => [one?.['assigned'], one?.['alreadyAssigned']])).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
      [0, 2],
    ]);
    expect(await acme.assignmentOf('Ben')).toMatchObject({ dueAt: '2098-05-01' });
  });

  it('shows in a dry run who is assigned, and who not and why, and changes nothing', async () => {
    const [valid, certified, left] = [await acme.hire('Cleo'), await acme.hire('Dan'), await acme.hire('Eve')];
    await acme.assign({ workerIds: [ben, valid] });
    await acme.act((await acme.assignmentOf('Cleo')).id, 'complete');
    const credential = { externalWorkerId: 'Dan', name: AssigningTenant.TOPIC, expiresAt: null };
    await acme.tenant.admin('POST', '/credentials', credential);
    await acme.tenant.admin('PATCH', `/workers/${left}`, { active: false });
    const workerIds = [ada, ben, valid, certified, left];
    const { status, body } = await acme.assign({ workerIds, dryRun: true });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        operationId: null,
        counts: { willAssign: 1, alreadyAssigned: 1, alreadyValid: 2, exempt: 0, left: 1 },
        who: { willAssign: [{ name: 'Ada' }], alreadyAssigned: [{ name: 'Ben' }], left: [{ name: 'Eve' }] },
      },
    });
    expect(await assigned()).toBe(1);
    expect((await acme.assign({ workerIds })).body.counts).toMatchObject({ assigned: 1, alreadyAssigned: 1, left: 1 });
  });

  it('leaves needs as they are, shows on the board as their progress, and closes them when it is completed', async () => {
    const need = await acme.raise({ external_worker_id: 'Ada' });
    await acme.assign({ workerIds: [ada], dueAt: '2098-05-01' });
    expect(await acme.need(need)).toMatchObject({ status: 'open' });
    await eventually(async () => expect(await acme.boardOf(ada)).toEqual({ facts: ['need'], dueAt: '2098-05-01' }));
    await acme.act((await acme.assignmentOf('Ada')).id, 'complete');
    expect(await acme.need(need)).toMatchObject({ status: 'completed' });
  });

  it('is undone as an operation, but for what was completed', async () => {
    const { body } = await acme.assign({ target: { kind: 'everyone' } });
    await acme.act((await acme.assignmentOf('Ada')).id, 'complete');
    expect(await undo(acme.tenant, body.operationId)).toMatchObject({ kind: 'assign', undone: 1 });
    expect(await assigned()).toBe(0);
    expect(await acme.assignmentOf('Ada')).toMatchObject({ status: 'completed' });
  });

  it('is assigned to more than a thousand people in the background', async () => {
    await addManyWorkers(engine, acme.tenant, MORE);
    const { status, body } = await acme.assign({ target: { kind: 'everyone' } });
    expect({ status, body }).toMatchObject({ status: 202, body: { status: 'queued', people: MORE + 2, counts: null } });
    const people = { unit: 'people', total: MORE + 2, done: MORE + 2, items: [] };
    expect(await operationEnded(acme.tenant, body.operationId)).toMatchObject(people);
    expect(await assigned()).toBe(MORE + 2);
    expect((await acme.auditOf(body.operationId ?? ''))[0]).toMatchObject({ after: { assigned: MORE + 2 } });
  }, 60_000);

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
    expect(await acme.assign(body)).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(await assigned()).toBe(0);
  });

  it('is a published one', async () => {
    const { body: draft } = await acme.tenant.admin<{ id: string }>('POST', '/courses', { title: 'Draft' });
    const answer = await acme.assign({ courseId: draft.id, workerIds: [ada] });
    expect(answer).toMatchObject({ status: 422, body: { code: 'course_not_published' } });
  });
});
