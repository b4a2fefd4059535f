import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { AssigningTenant } from '../harness/assigning-tenant.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';

let engine: SharedEngine;
let acme: AssigningTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  acme = await AssigningTenant.of(await engine.createTenant());
});

describe('an assignment that an admin cancels', () => {
  it('is cancelled, once, and its need is open again', async () => {
    await acme.hire('Ada');
    const need = await acme.offered({ external_worker_id: 'Ada' });
    const { id, version } = await acme.assignmentOf('Ada');
    const first = await acme.act(id, 'cancel');
    expect(first).toMatchObject({ status: 200, body: { id, status: 'cancelled', version: version + 1 } });
    const again = await acme.act(id, 'cancel');
    expect(again).toMatchObject({ status: 200, body: { version: version + 1 } });
    expect(await acme.need(need)).toMatchObject({ status: 'open', dueAt: null });
    expect(await acme.auditOf(id)).toEqual([
      {
        action: 'assignment.cancelled',
        before: { status: 'assigned' },
        after: { status: 'cancelled', reason: 'cancelled' },
      },
    ]);
    expect((await acme.need(need)).history[0]).toMatchObject({ action: 'need.withdrawn' });
  });

  it('can be offered again', async () => {
    await acme.hire('Ada');
    const need = await acme.offered({ external_worker_id: 'Ada' });
    await acme.act((await acme.assignmentOf('Ada')).id, 'cancel');
    await acme.offer(need);
    expect(await acme.assignmentOf('Ada')).toMatchObject({ status: 'assigned', needId: need });
  });

  it('leaves the need of a site to the others, and their answers as they are', async () => {
    for (const name of ['Ada', 'Ben', 'Cleo']) await acme.hire(name);
    const need = await acme.offered({ site: 'North' });
    await acme.act((await acme.assignmentOf('Ada')).id, 'complete');
    await acme.act((await acme.assignmentOf('Ben')).id, 'cancel');
    expect(await acme.need(need)).toMatchObject({ status: 'in_progress', audience: { people: 3 } });
    await acme.act((await acme.assignmentOf('Cleo')).id, 'cancel');
    expect(await acme.need(need)).toMatchObject({ status: 'open', audience: { people: 3 } });
    expect(await acme.offer(need)).toMatchObject({ assigned: 2, alreadyValid: 1 });
  });

  it('opens every need that shares it, except those with another assignment', async () => {
    for (const name of ['Ada', 'Ben']) await acme.hire(name);
    await acme.offered({ external_worker_id: 'Ben' });
    const made = await acme.offered({ external_worker_id: 'Ada' });
    const shared = await acme.offered({ external_worker_id: 'Ada', dedupe_key: 'shared' });
    const carried = await acme.offered({ site: 'North' });
    await acme.act((await acme.assignmentOf('Ada')).id, 'cancel');
    const statuses = await Promise.all([made, shared, carried].map(async (id) => (await acme.need(id)).status));
    expect(statuses).toEqual(['open', 'open', 'offered']);
  });

  it('leaves the need to an earlier offer, whose course closes it', async () => {
    await acme.hire('Ada');
    const need = await acme.offered({ external_worker_id: 'Ada' }, { dueAt: '2099-01-31' });
    const { id: first } = await acme.assignmentOf('Ada');
    const { id: courseId } = await publishedCourse(acme.tenant, { title: 'Rigging' });
    await acme.offer(need, { courseId, dueAt: '2099-02-28' });
    await acme.act((await acme.assignmentOf('Ada')).id, 'cancel');
    expect(await acme.need(need)).toMatchObject({ status: 'offered', dueAt: '2099-01-31' });
    await acme.act(first, 'complete');
    expect(await acme.need(need)).toMatchObject({ status: 'completed' });
  });

  it('leaves a dismissed need as it is', async () => {
    await acme.hire('Ada');
    const need = await acme.offered({ external_worker_id: 'Ada' });
    await acme.tenant.admin('POST', `/needs/${need}/dismiss`, { reason: 'duplicate' });
    expect(await acme.assignmentOf('Ada')).toMatchObject({ status: 'assigned' });
    await acme.act((await acme.assignmentOf('Ada')).id, 'cancel');
    expect(await acme.need(need)).toMatchObject({ status: 'dismissed' });
  });

  it('is not cancelled once it is completed, nor by somebody who has read another version', async () => {
    await acme.hire('Ada');
    await acme.offered({ external_worker_id: 'Ada' });
    const { id } = await acme.assignmentOf('Ada');
    expect(await acme.act(id, 'cancel', {}, { 'if-match': '"99"' })).toMatchObject({ status: 412 });
    await acme.act(id, 'complete');
    expect(await acme.act(id, 'cancel')).toMatchObject({ status: 409, body: { code: 'assignment_completed' } });
  });

  it('cannot be completed, but the need is answered by who takes the course nevertheless', async () => {
    await acme.hire('Ada');
    const need = await acme.offered({ external_worker_id: 'Ada' });
    const { id } = await acme.assignmentOf('Ada');
    await acme.act(id, 'cancel');
    expect(await acme.act(id, 'complete')).toMatchObject({ status: 409, body: { code: 'assignment_cancelled' } });
    const data = { external_worker_id: 'Ada', topic: AssigningTenant.TOPIC };
    await acme.tenant.send({ event: 'signal.course_completed', data });
    await eventually(async () => expect((await acme.need(need)).status).toBe('completed'));
  });

  it('is sent to webhooks, and listed by its status', async () => {
    await acme.hire('Ada');
    await acme.offered({ external_worker_id: 'Ada' });
    const { id } = await acme.assignmentOf('Ada');
    const eventTypes = ['assignment.cancelled'];
    const { body: webhook } = await acme.tenant.admin<{ id: string }>('POST', '/webhooks', {
      url: 'http://127.0.0.1:9/',
      eventTypes,
    });
    await acme.act(id, 'cancel');
    await eventually(async () => {
      const { body } = await acme.tenant.admin<{ items: unknown[] }>('GET', `/webhooks/${webhook.id}/deliveries`);
      expect(body.items).toMatchObject([{ type: 'assignment.cancelled' }]);
    });
    const { body } = await acme.tenant.admin<{ items: unknown[] }>('GET', '/assignments?status=cancelled');
    expect(body.items).toMatchObject([{ id }]);
  });

  it('is taken from one, whoever cancels and completes at the same moment', async () => {
    await acme.hire('Ada');
    const need = await acme.offered({ external_worker_id: 'Ada' });
    const { id } = await acme.assignmentOf('Ada');
    const answers = await Promise.all(['cancel', 'complete', 'cancel', 'complete'].map((event) => acme.act(id, event)));
    const { status } = await acme.assignmentOf('Ada');
    const winner = status === 'completed' ? 'complete' : 'cancel';
    expect(answers.map((answer) => answer.status)).toEqual(
      ['cancel', 'complete', 'cancel', 'complete'].map((event) => (event === winner ? 200 : 409)),
    );
    await eventually(async () =>
      expect((await acme.need(need)).status).toBe(status === 'completed' ? 'completed' : 'open'),
    );
  });
});
