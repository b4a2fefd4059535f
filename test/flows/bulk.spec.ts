import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Schemas, each } from '#client';
import { offer } from '../factories/assignments.js';
import { auditOf } from '../factories/audit.js';
import { publishedCourse } from '../factories/courses.js';
import { dismiss, needById, needCounts, needOfEach, raisedNeed, statusesOf } from '../factories/needs.js';
import { operationEnded, undo } from '../factories/operations.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { refusal, refusedFields } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

const UNTIL = '2099-01-31T08:00:00.000Z';

describe('a bulk action', () => {
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

  const bulk = (body: object) => tenant.admin<Schemas['BulkResult']>('POST', '/needs/bulk', body);
  const statusOf = async (id = ''): Promise<string> => (await needById(tenant, id)).status;
  const statuses = (...ids: Array<string | undefined>) =>
    statusesOf(
      tenant,
      ids.map((id = '') => id),
    );

  it('dismisses needs by their ids with a result for each, and its undo reopens them', async () => {
    const { a, b = '', c = '' } = await needOfEach(tenant, ['a', 'b', 'c']);
    await offer(tenant, b);
    await dismiss(tenant, c, { reason: 'duplicate' });
    const dismissal = { action: 'dismiss', ids: [a, b, c], reason: 'not_training', note: 'Spring cleaning' };
    const { status, body } = await bulk(dismissal);
    expect({ status, needs: body.needs, of: body.status }).toEqual({ status: 202, needs: 3, of: 'queued' });
    const ended = await operationEnded(tenant, body.operationId);
    expect(ended).toMatchObject({ total: 3, done: 3, failed: 1 });
    const outcome = (id: string | undefined): object | undefined => ended.items.find(({ needId }) => needId === id);
    expect([outcome(a), outcome(b), outcome(c)]).toMatchObject([
      { status: 'done' },
      { status: 'done' },
      { status: 'failed', why: 'illegal_transition' },
    ]);
    expect(await statusOf(a)).toBe('dismissed');
    expect(await undo(tenant, body.operationId)).toMatchObject({ undone: 2 });
    expect(await statuses(a, b, c)).toEqual(['open', 'offered', 'dismissed']);
  });

  it('offers needs to their own people, as a dry run shows before', async () => {
    const { a, b, c = '' } = await needOfEach(tenant, ['a', 'b', 'c']);
    await dismiss(tenant, c, { reason: 'other' });
    await raisedNeed(tenant, { external_worker_id: 'a', topic: 'Drone Operation' });
    const body = { action: 'offer', filter: { status: ['all'] } };
    expect((await bulk({ ...body, dryRun: true })).body).toMatchObject({
      operationId: null,
      needs: 4,
      willMove: 2,
      willAssign: 2,
      refused: expect.arrayContaining([
        { why: 'illegal_transition', needs: 1, needIds: [c] },
        expect.objectContaining({ why: 'no_course', needs: 1 }),
      ]),
    });
    expect(await statuses(a, b)).toEqual(['open', 'open']);
    const started = await bulk(body);
    expect(await operationEnded(tenant, started.body.operationId)).toMatchObject({ total: 4, done: 4, failed: 2 });
    expect(await statuses(a, b)).toEqual(['offered', 'offered']);
    const { items } = await tenant.api.listAssignments();
    expect(Object.fromEntries(items.map(({ worker, course }) => [worker.name, course.id]))).toEqual({
      a: courseId,
      b: courseId,
    });
    expect(await undo(tenant, started.body.operationId)).toMatchObject({ undone: 2 });
    expect(await statuses(a, b)).toEqual(['open', 'open']);
  });

  it('selects needs by the filters of the inbox, also thousands', async () => {
    const many = Array.from({ length: 1_300 }, (_, n) => `W-${n}`);
    await needOfEach(tenant, many, { severity: 4 });
    await needOfEach(tenant, ['low'], { severity: 1 });
    const filter = { severity: ['4', 4], status: 'open,snoozed' };
    const choice = { action: 'dismiss', filter, reason: 'wrong_target' };
    const { body: preview } = await bulk({ ...choice, dryRun: true });
    expect(preview).toMatchObject({ needs: 1_300, willMove: 1_300, refused: [] });
    const { body } = await bulk(choice);
    const id = body.operationId ?? '';
    expect(await operationEnded(tenant, id)).toMatchObject({ total: 1_300, done: 1_300, failed: 0 });
    const seen = new Set<string>();
    const pages = each((page) => tenant.api.getOperation({ path: { id }, query: { ...page, limit: 200 } }));
    for await (const { needId } of pages) seen.add(needId);
    expect(seen.size).toBe(1_300);
    expect(await needCounts(engine, tenant)).toEqual({ dismissed: 1_300, open: 1 });
    expect(await auditOf(tenant, { subject: 'operation' })).toHaveLength(1);
  });

  it('to offer needs that reach too many people is not previewed', async () => {
    await needOfEach(tenant, ['a', 'b']);
    const enlarge = 'update need set people = 300000 where tenant_id = $1 returning id';
    const { length } = await engine.database.query(enlarge, [tenant.id]);
    expect(length).toBe(2);
    const body = { action: 'offer', filter: {}, dryRun: true };
    const tooMany = refusal(422, 'too_many_people', { errors: [{ field: 'filter' }] });
    expect(await bulk(body)).toMatchObject(tooMany);
    expect((await bulk({ ...body, target: { kind: 'everyone' } })).status).toBe(200);
  });

  it('is refused with fields of another action, without a selection, and with invalid ids', async () => {
    const { a } = await needOfEach(tenant, ['a']);
    const other = await engine.createTenant();
    const foreign = await raisedNeed(other, { site: 'A', topic: 'x' });
    const fields = async (body: object): Promise<string[]> => refusedFields(await bulk(body));
    const dismissal = { action: 'dismiss', reason: 'other' };
    expect(await fields({ action: 'dismiss', ids: [a] })).toEqual(['reason']);
    expect(await fields({ action: 'snooze', ids: [a], until: UNTIL, courseId })).toEqual(['courseId']);
    expect(await fields(dismissal)).toEqual(['ids']);
    expect(await fields({ ...dismissal, ids: [a], filter: {} })).toEqual(['ids']);
    expect(await fields({ ...dismissal, ids: [a, foreign.id, 'nonsense'] })).toEqual(['ids.1', 'ids.2']);
    expect(await fields({ ...dismissal, filter: { planet: 'Earth' } })).toEqual(['filter.planet']);
    expect(await statusOf(a)).toBe('open');
  });
});
