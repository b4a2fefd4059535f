import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { completeAll, offer } from '../factories/assignments.js';
import { auditOf } from '../factories/audit.js';
import { publishedCourse } from '../factories/courses.js';
import { needById, raisedNeed } from '../factories/needs.js';
import { operationEnded, operationIs, undo } from '../factories/operations.js';
import { addManyWorkers } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { refusal } from '../harness/expect-refused.js';
import { scaled } from '../harness/scale.js';
import type { TestTenant } from '../harness/tenant.js';

/** More than two steps of the operation. */
const PEOPLE = scaled(2_100, 11_000);

describe('an offer to more than a thousand people', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    await publishedCourse(tenant);
  });

  const need = async (data: object): Promise<string> =>
    (await raisedNeed(tenant, { topic: 'Manual Handling', ...data })).id;

  const addPeople = (count: number, active = true): Promise<void> =>
    addManyWorkers(engine, tenant, count, { site: 'Large', active });

  describe('none of whom needs the course,', () => {
    const offeredGap = async (courseId?: string): Promise<string[]> => {
      const ids = [await need({ site: 'Large' }), await need({ site: 'Large', dedupe_key: 'same gap' })];
      const { operationId, status } = await offer(tenant, ids[0] ?? '', { courseId });
      expect(status).toBe('queued');
      await operationEnded(tenant, operationId);
      return ids;
    };
    const statesOf = async (ids: readonly string[]): Promise<object[]> => {
      const needs = await Promise.all(ids.map((id) => needById(tenant, id)));
      return needs.map(({ status, dueAt }) => ({ status, dueAt }));
    };

    it('leaves the needs of the gap open, for the course that is recommended', async () => {
      await addPeople(1_001, false);
      const { id: courseId } = await publishedCourse(tenant, { title: 'Rigging' });
      const ids = await offeredGap(courseId);
      expect(await statesOf(ids)).toEqual(ids.map(() => ({ status: 'open', dueAt: null })));
    });

    it('completes the needs of the gap, if all have completed it before', async () => {
      await addPeople(1_001);
      await engine.database.query(
        `insert into completion (tenant_id, id, worker_id, course_id, completed_at)
         select worker.tenant_id, uuid_next(), worker.id, course.id, now()
         from worker join course using (tenant_id) where tenant_id = $1`,
        [tenant.id],
      );
      const ids = await offeredGap();
      expect(await statesOf(ids)).toMatchObject(ids.map(() => ({ status: 'completed' })));
    });
  });

  it('continues in the background with its progress, and can be undone', async () => {
    await addPeople(PEOPLE);
    const id = await need({ site: 'Large' });
    const { status, body } = await tenant.admin<Schemas['OfferResult']>('POST', `/needs/${id}/offer`, {});
    expect([status, body.status, body.people, body.counts]).toEqual([202, 'queued', PEOPLE, null]);
    await operationIs(tenant, body.operationId, {
      status: 'done',
      unit: 'people',
      total: PEOPLE,
      done: PEOPLE,
      failed: 0,
      undoable: true,
      items: [{ needId: id, status: 'done', assigned: PEOPLE, alreadyAssigned: 0 }],
    });
    expect(await needById(tenant, id)).toMatchObject({ status: 'offered', assignmentCount: PEOPLE });
    expect((await auditOf(tenant, { subject: 'operation' })).map(({ action }) => action)).toEqual(['operation.done']);
    await completeAll(tenant, 'W-1');
    expect(await undo(tenant, body.operationId)).toMatchObject({
      undone: PEOPLE - 1,
      items: [{ status: 'kept', why: 'assigned_or_completed' }],
    });
    expect(await needById(tenant, id)).toMatchObject({ status: 'in_progress', assignmentCount: 1 });
    const again = await tenant.admin('POST', `/operations/${body.operationId}/undo`);
    expect(again).toMatchObject(refusal(409, 'not_undoable'));
  });
});
