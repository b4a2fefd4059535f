import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { auditOf } from '../factories/audit.js';
import { completeAll, offer } from '../factories/assignments.js';
import { draftCourse, publishedCourse } from '../factories/courses.js';
import { DAY_MS } from '#platform/text';
import { timeInDays } from '../factories/days.js';
import { dismiss, needById, raisedNeed } from '../factories/needs.js';
import { undo } from '../factories/operations.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { refusal } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

describe('an offer', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  let courseId: string;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    courseId = (await publishedCourse(tenant)).id;
  });

  const need = async (data: object): Promise<string> =>
    (await raisedNeed(tenant, { topic: 'Manual Handling', ...data })).id;
  const preview = async (id: string, body: Schemas['OfferBody'] = {}) => offer(tenant, id, { dryRun: true, ...body });
  const refused = (id: string, body: object, headers = {}) =>
    tenant.admin<Schemas['Problem']>('POST', `/needs/${id}/offer`, body, headers);

  describe('to the worker of a need', () => {
    it('assigns the recommended course, moves the need, and records the actor', async () => {
      await addWorker(tenant);
      const id = await need({ external_worker_id: 'Ada' });
      const { status, body } = await tenant.admin<Schemas['OfferResult']>('POST', `/needs/${id}/offer`, {
        target: { kind: 'worker' },
      });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        status: 'done',
        courseId,
        people: 1,
        counts: { assigned: 1, alreadyAssigned: 0, alreadyValid: 0, exempt: 0, left: 0 },
      });
      const after = await needById(tenant, id);
      expect(after).toMatchObject({
        status: 'offered',
        dueAt: body.dueAt,
        assignmentCount: 1,
        assignments: [{ worker: { name: 'Ada' }, course: { title: 'Manual Handling' }, status: 'assigned' }],
      });
      expect(after.history[0]?.action).toBe('need.offered');
      const done = { after: { kind: 'offer', total: 1, assigned: 1 } };
      expect(await auditOf(tenant, { action: 'operation.done' })).toMatchObject([done]);
    });

    it('assigns nothing twice, for this need or another', async () => {
      await addWorker(tenant);
      const first = await need({ external_worker_id: 'Ada' });
      const second = await need({ external_worker_id: 'Ada', dedupe_key: 'another' });
      await offer(tenant, first);
      expect((await offer(tenant, first)).counts).toMatchObject({ assigned: 0, alreadyAssigned: 1 });
      expect((await offer(tenant, second)).counts).toMatchObject({ assigned: 0, alreadyAssigned: 1 });
      expect((await needById(tenant, second)).status).toBe('offered');
      await completeAll(tenant, 'Ada');
      for (const id of [first, second]) expect((await needById(tenant, id)).status).toBe('completed');
    });

    it('may be completed after the need was dismissed', async () => {
      await addWorker(tenant);
      for (const until of [undefined, timeInDays(1)]) {
        const id = await need({ external_worker_id: 'Ada', dedupe_key: `until ${until}` });
        await offer(tenant, id);
        await dismiss(tenant, id, { reason: 'duplicate', until });
        await completeAll(tenant, 'Ada', { completedAt: timeInDays(-400) });
        const { items } = await tenant.api.listAssignments({ query: { need: id } });
        expect(items).toMatchObject([{ status: 'completed' }]);
        expect((await needById(tenant, id)).status).toBe('dismissed');
      }
    });

    it('is due as requested, else by the signal, else by severity', async () => {
      await addWorker(tenant);
      const id = await need({ external_worker_id: 'Ada', severity: 4, payload: { expires_at: '2099-01-31' } });
      expect((await preview(id)).dueAt).toBe('2099-01-31');
      expect((await preview(id, { dueAt: '2098-05-01T08:00:00+02:00' })).dueAt).toBe('2098-05-01T06:00:00.000Z');
      const other = await need({ external_worker_id: 'Ada', severity: 4, dedupe_key: 'other' });
      const days = (Date.parse((await preview(other)).dueAt) - Date.now()) / DAY_MS;
      expect(days).toBeGreaterThan(6.9);
      expect(days).toBeLessThan(7.1);
    });
  });

  it('is undone: its assignments are deleted, and the need is open again', async () => {
    await addWorker(tenant);
    const id = await need({ external_worker_id: 'Ada' });
    const { operationId } = await offer(tenant, id);
    await undo(tenant, operationId);
    expect(await needById(tenant, id)).toMatchObject({ status: 'open', assignmentCount: 0, dueAt: null });
    expect((await offer(tenant, id)).counts).toMatchObject({ assigned: 1 });
  });

  describe('is refused', () => {
    it('without a course, with an unpublished one, and with an unknown one', async () => {
      await addWorker(tenant);
      const id = await need({ external_worker_id: 'Ada', topic: 'Drone Operation' });
      const errors = [{ field: 'courseId' }];
      expect(await refused(id, {})).toMatchObject(refusal(422, 'no_course', { errors }));
      const draft = await draftCourse(tenant, { title: 'Draft', topics: [] });
      expect(await refused(id, { courseId: draft.id })).toMatchObject(refusal(422, 'course_not_published'));
      const other = await engine.createTenant();
      const foreign = await draftCourse(other, { title: 'Foreign', topics: [] });
      expect(await refused(id, { courseId: foreign.id })).toMatchObject(refusal(422, 'invalid', { errors }));
      expect((await offer(tenant, id, { courseId })).counts).toMatchObject({ assigned: 1 });
    });

    it('to an unknown target, with invalid fields, and with a due date in the past', async () => {
      const id = await need({ site: 'Site A' });
      const field = async (body: object): Promise<unknown> => {
        const answer = await refused(id, body);
        return [answer.status, answer.body.errors?.map((error) => error.field)];
      };
      const noWorker = { kind: 'worker', id: 'wrk_01jd00000000000000000000000' };
      for (const target of [{ kind: 'group', id: 'none' }, { kind: 'group' }, noWorker])
        expect(await field({ target })).toEqual([422, ['target.id']]);
      expect(await field({ target: { kind: 'planet' } })).toEqual([422, ['target.kind']]);
      expect(await field({ target: { kind: 'site', id: 'x', more: 1 } })).toEqual([422, ['target.more']]);
      expect(await field({ target: 'everyone' })).toMatchObject([422, expect.arrayContaining(['target'])]);
      expect(await field({ dueAt: '2020-01-01' })).toEqual([422, ['dueAt']]);
      expect(await field({ later: true })).toEqual([422, ['later']]);
    });

    it('if the need is closed, stale, or of another tenant', async () => {
      await addWorker(tenant);
      const id = await need({ external_worker_id: 'Ada' });
      expect((await refused(id, {}, { 'if-match': '"99"' })).status).toBe(412);
      await dismiss(tenant, id, { reason: 'other' });
      expect(await refused(id, {})).toMatchObject(refusal(409, 'illegal_transition', { allowed: ['reopen'] }));
      const other = await engine.createTenant();
      expect((await other.admin('POST', `/needs/${id}/offer`, {})).status).toBe(404);
    });
  });
});
