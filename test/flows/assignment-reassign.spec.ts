import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AssigningTenant } from '../harness/assigning-tenant.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';

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

describe('an assignment that is given to another worker', () => {
  it('is cancelled, and the other worker has one of the same course, due at the same time', async () => {
    const need = await acme.offered({ external_worker_id: 'Ada' }, { dueAt: '2098-05-01' });
    const { id } = await acme.assignmentOf('Ada');
    const { status, body } = await acme.act(id, 'reassign', { workerId: ben });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { status: 'assigned', worker: { id: ben }, dueAt: '2098-05-01', needId: null, version: 1 },
    });
    expect(await acme.assignmentOf('Ada')).toMatchObject({
      id,
      status: 'cancelled',
      needId: need,
      reassignedTo: body.id,
    });
    expect(await acme.auditOf(id)).toMatchObject([
      { before: { status: 'assigned' }, after: { status: 'cancelled', reason: 'reassigned', reassignedTo: body.id } },
    ]);
    expect(await acme.auditOf(body.id)).toMatchObject([
      { action: 'assignment.created', after: { reassignedFrom: id } },
    ]);
  });

  it('leaves the need about the first worker open, whatever the other one completes', async () => {
    const need = await acme.offered({ external_worker_id: 'Ada' });
    const { body } = await acme.act((await acme.assignmentOf('Ada')).id, 'reassign', { workerId: ben });
    expect(await acme.need(need)).toMatchObject({ status: 'open' });
    await eventually(async () => expect(await acme.boardOf(ada)).toEqual({ facts: ['need'], dueAt: null }));
    expect(await acme.act(body.id, 'complete')).toMatchObject({ status: 200, body: { status: 'completed' } });
    expect(await acme.need(need)).toMatchObject({ status: 'open' });
  });

  it('stays for the need of a site that reaches both', async () => {
    const cleo = await acme.hire('Cleo');
    const need = await acme.raise({ site: 'North' });
    await acme.offer(need, { target: { kind: 'worker', id: ada } });
    const { body } = await acme.act((await acme.assignmentOf('Ada')).id, 'reassign', { workerId: cleo });
    expect(body).toMatchObject({ needId: need });
    expect(await acme.need(need)).toMatchObject({ status: 'offered' });
    await acme.act(body.id, 'complete');
    expect(await acme.need(need)).toMatchObject({ status: 'in_progress' });
  });

  it('answers the same to who repeats it, and can be given on', async () => {
    await acme.offered({ external_worker_id: 'Ada' });
    const { id } = await acme.assignmentOf('Ada');
    const first = await acme.act(id, 'reassign', { workerId: ben });
    expect((await acme.act(id, 'reassign', { workerId: ben })).body.id).toBe(first.body.id);
    const back = await acme.act(first.body.id, 'reassign', { workerId: ada });
    expect(back).toMatchObject({ status: 200, body: { worker: { id: ada } } });
    expect(await acme.act(id, 'reassign', { workerId: ada })).toMatchObject({
      status: 409,
      body: { code: 'assignment_cancelled' },
    });
  });

  it('is taken back with the offer that made it', async () => {
    const need = await acme.raise({ external_worker_id: 'Ada' });
    const { body } = await acme.tenant.admin<{ operationId: string }>('POST', `/needs/${need}/offer`, {});
    await acme.act((await acme.assignmentOf('Ada')).id, 'reassign', { workerId: ben });
    await acme.tenant.admin('POST', `/operations/${body.operationId}/undo`);
    await eventually(async () => {
      const { items } = (await acme.tenant.admin<{ items: unknown[] }>('GET', '/assignments')).body;
      expect(items).toMatchObject([{ worker: { id: ada }, status: 'cancelled' }]);
    });
  });

  it('is cancelled when the other worker leaves, who is then shown on no board', async () => {
    await acme.offered({ external_worker_id: 'Ada' });
    await acme.act((await acme.assignmentOf('Ada')).id, 'reassign', { workerId: ben });
    await acme.tenant.admin('DELETE', `/workers/${ben}`);
    const { body } = await acme.tenant.admin<{ items: object[] }>('GET', '/assignments?status=assigned');
    expect(body.items).toEqual([]);
  });

  it('is given once, whoever else assigns the course at the same moment', async () => {
    await acme.offered({ external_worker_id: 'Ada' });
    const own = await acme.raise({ external_worker_id: 'Ben' });
    const { id } = await acme.assignmentOf('Ada');
    await Promise.all([
      acme.act(id, 'reassign', { workerId: ben }),
      acme.act(id, 'reassign', { workerId: ben }),
      acme.offer(own),
      acme.offer(own),
    ]);
    const { body } = await acme.tenant.admin<{ items: object[] }>('GET', `/assignments?worker=Ben&status=assigned`);
    expect(body.items).toHaveLength(1);
  });

  describe('is refused', () => {
    let id: string;
    beforeEach(async () => {
      await acme.offered({ external_worker_id: 'Ada' });
      ({ id } = await acme.assignmentOf('Ada'));
    });

    it('where that worker has the course to take already, as the first one does', async () => {
      await acme.offered({ external_worker_id: 'Ben' });
      for (const workerId of [ada, ben])
        expect(await acme.act(id, 'reassign', { workerId })).toMatchObject({
          status: 409,
          body: { code: 'already_assigned' },
        });
      expect(await acme.assignmentOf('Ada')).toMatchObject({ id, status: 'assigned' });
    });

    it("where that worker has left, was deleted, or is another tenant's", async () => {
      const left = await acme.hire('Cleo');
      await acme.tenant.admin('PATCH', `/workers/${left}`, { active: false });
      const deleted = await acme.hire('Dan');
      await acme.tenant.admin('DELETE', `/workers/${deleted}`);
      const foreign = await (await AssigningTenant.of(await engine.createTenant())).hire('Eve');
      for (const workerId of [left, deleted, foreign, 'Ben', ''])
        expect(await acme.act(id, 'reassign', { workerId })).toMatchObject({
          status: 422,
          body: { errors: [{ field: 'workerId' }] },
        });
    });

    it('where it has ended, or has changed since it was read', async () => {
      expect(await acme.act(id, 'reassign', { workerId: ben }, { 'if-match': '"7"' })).toMatchObject({ status: 412 });
      await acme.act(id, 'complete');
      expect(await acme.act(id, 'reassign', { workerId: ben })).toMatchObject({
        status: 409,
        body: { code: 'assignment_completed' },
      });
    });
  });
});
