import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actOn, assignmentOf, offer, offeredNeed } from '../factories/assignments.js';
import { auditOf } from '../factories/audit.js';
import { publishedCourse } from '../factories/courses.js';
import { needById, raisedNeed } from '../factories/needs.js';
import { undo } from '../factories/operations.js';
import { factsOnBoard } from '../factories/readiness.js';
import { changeWorker, hire } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { refusal } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

const TOPIC = 'Drone Operation';
const OF_ADA = { external_worker_id: 'Ada', topic: TOPIC };
const OF_BEN = { external_worker_id: 'Ben', topic: TOPIC };

let engine: SharedEngine;
let tenant: TestTenant;
let ada: string;
let ben: string;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  await publishedCourse(tenant, { title: TOPIC });
  ada = await hire(tenant, 'Ada');
  ben = await hire(tenant, 'Ben', 'South');
});

const idOfAda = async (): Promise<string> => (await assignmentOf(tenant, 'Ada')).id;
const reassign = (id: string, workerId: string, headers?: Record<string, string>): ReturnType<typeof actOn> =>
  actOn(tenant, id, 'reassign', { workerId }, headers);

describe('an assignment that is given to another worker', () => {
  it('is cancelled, and the other worker has one of the same course, due at the same time', async () => {
    const need = await offeredNeed(tenant, OF_ADA, { dueAt: '2098-05-01' });
    const id = await idOfAda();
    const { status, body } = await reassign(id, ben);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { status: 'assigned', worker: { id: ben }, dueAt: '2098-05-01', needId: null, version: 1 },
    });
    expect(await assignmentOf(tenant, 'Ada')).toMatchObject({
      id,
      status: 'cancelled',
      needId: need,
      reassignedTo: body.id,
    });
    expect(await auditOf(tenant, { subject: id })).toMatchObject([
      { before: { status: 'assigned' }, after: { status: 'cancelled', reason: 'reassigned', reassignedTo: body.id } },
    ]);
    expect(await auditOf(tenant, { subject: body.id })).toMatchObject([
      { action: 'assignment.created', after: { reassignedFrom: id } },
    ]);
  });

  it('leaves the need about the first worker open, whatever the other one completes', async () => {
    const need = await offeredNeed(tenant, OF_ADA);
    const { body } = await reassign(await idOfAda(), ben);
    expect(await needById(tenant, need)).toMatchObject({ status: 'open' });
    await eventually(async () => expect(await factsOnBoard(tenant, ada)).toEqual({ facts: ['need'], dueAt: null }));
    expect(await actOn(tenant, body.id, 'complete')).toMatchObject({ status: 200, body: { status: 'completed' } });
    expect(await needById(tenant, need)).toMatchObject({ status: 'open' });
  });

  it('stays for the need of a site that reaches both', async () => {
    const cleo = await hire(tenant, 'Cleo');
    const { id: need } = await raisedNeed(tenant, { site: 'North', topic: TOPIC });
    await offer(tenant, need, { target: { kind: 'worker', id: ada } });
    const { body } = await reassign(await idOfAda(), cleo);
    expect(body).toMatchObject({ needId: need });
    expect(await needById(tenant, need)).toMatchObject({ status: 'offered' });
    await actOn(tenant, body.id, 'complete');
    expect(await needById(tenant, need)).toMatchObject({ status: 'in_progress' });
  });

  it('answers the same to who repeats it, and can be given on', async () => {
    await offeredNeed(tenant, OF_ADA);
    const id = await idOfAda();
    const first = await reassign(id, ben);
    expect((await reassign(id, ben)).body.id).toBe(first.body.id);
    const back = await reassign(first.body.id, ada);
    expect(back).toMatchObject({ status: 200, body: { worker: { id: ada } } });
    expect(await reassign(id, ada)).toMatchObject(refusal(409, 'assignment_cancelled'));
  });

  it('is taken back with the offer that made it', async () => {
    const { id } = await raisedNeed(tenant, OF_ADA);
    const { operationId } = await offer(tenant, id);
    await reassign(await idOfAda(), ben);
    await undo(tenant, operationId);
    expect((await tenant.api.listAssignments()).items).toMatchObject([{ worker: { id: ada }, status: 'cancelled' }]);
  });

  it('is cancelled when the other worker leaves, who is then shown on no board', async () => {
    await offeredNeed(tenant, OF_ADA);
    await reassign(await idOfAda(), ben);
    await tenant.api.removeWorker({ path: { id: ben } });
    expect((await tenant.api.listAssignments({ query: { status: ['assigned'] } })).items).toEqual([]);
  });

  it('is given once, whoever else assigns the course at the same moment', async () => {
    await offeredNeed(tenant, OF_ADA);
    const { id: own } = await raisedNeed(tenant, OF_BEN);
    const id = await idOfAda();
    await Promise.all([reassign(id, ben), reassign(id, ben), offer(tenant, own), offer(tenant, own)]);
    const { items } = await tenant.api.listAssignments({ query: { worker: 'Ben', status: ['assigned'] } });
    expect(items).toHaveLength(1);
  });

  describe('is refused', () => {
    let id: string;
    beforeEach(async () => {
      await offeredNeed(tenant, OF_ADA);
      id = await idOfAda();
    });

    it('where that worker has the course to take already, as the first one does', async () => {
      await offeredNeed(tenant, OF_BEN);
      for (const workerId of [ada, ben])
        expect(await reassign(id, workerId)).toMatchObject(refusal(409, 'already_assigned'));
      expect(await assignmentOf(tenant, 'Ada')).toMatchObject({ id, status: 'assigned' });
    });

    it("where that worker has left, was deleted, or is another tenant's", async () => {
      const left = await hire(tenant, 'Cleo');
      await changeWorker(tenant, left, { active: false });
      const deleted = await hire(tenant, 'Dan');
      await tenant.api.removeWorker({ path: { id: deleted } });
      const foreign = await hire(await engine.createTenant(), 'Eve');
      for (const workerId of [left, deleted, foreign, 'Ben', ''])
        expect(await reassign(id, workerId)).toMatchObject({ status: 422, body: { errors: [{ field: 'workerId' }] } });
    });

    it('where it has ended, or has changed since it was read', async () => {
      expect(await reassign(id, ben, { 'if-match': '"7"' })).toMatchObject({ status: 412 });
      await actOn(tenant, id, 'complete');
      expect(await reassign(id, ben)).toMatchObject(refusal(409, 'assignment_completed'));
    });
  });
});
