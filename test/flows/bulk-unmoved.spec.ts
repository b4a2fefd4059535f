import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { publishedCourse } from '../factories/courses.js';
import { dismiss, needAbout, raisedNeed, statusesOf } from '../factories/needs.js';
import { operationEnded } from '../factories/operations.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

const dryRun = async (body: object): Promise<Schemas['BulkResult']> => {
  const answer = await tenant.admin<Schemas['BulkResult']>('POST', '/needs/bulk', { dryRun: true, ...body });
  expect(answer.status).toBe(200);
  return answer.body;
};

describe('the dry run of a bulk action', () => {
  it('names each need that would stay as it is, with the rule', async () => {
    const { id: courseId } = await publishedCourse(tenant, { title: 'Rigging', topics: ['Rigging'] });
    const ada = await addWorker(tenant, { externalWorkerId: 'E-1', name: 'Ada' });
    await tenant.admin('POST', '/assignments', { courseId, workerIds: [ada.id] });
    await eventually(async () => {
      const { items } = await tenant.api.listAssignments();
      expect((await tenant.admin('POST', `/assignments/${items[0]?.id}/complete`, {})).status).toBe(200);
    });
    await addWorker(tenant, { externalWorkerId: 'E-2', name: 'Ben' });
    for (const [topic, data] of [
      ['Rigging', { external_worker_id: 'E-1' }],
      ['Rigging', { external_worker_id: 'E-2', dedupe_key: 'ben' }],
      ['Welding', { external_worker_id: 'E-2' }],
      ['Fire', { external_worker_id: 'E-2' }],
      ['Rigging', { external_worker_id: 'E-9', dedupe_key: 'unknown' }],
    ] as const)
      await sendSignal(tenant, { topic, ...data });
    await tenant.resolvedNeeds();
    await dismiss(tenant, (await needAbout(tenant, 'Fire')).id, { reason: 'other' });
    const { needs, willMove, willAssign, refused, unmoved } = await dryRun({
      action: 'offer',
      filter: { status: ['all'] },
    });
    expect([needs, willMove, willAssign, unmoved?.nextCursor]).toEqual([5, 1, 1, null]);
    expect(refused?.reduce((sum, one) => sum + one.needs, 0)).toBe(4);
    expect(new Map(unmoved?.items.map(({ why, topic, rule }) => [why, [topic, rule]]))).toEqual(
      new Map([
        ['already_valid', ['Rigging', expect.stringContaining('have completed the course')]],
        ['no_course', ['Welding', expect.stringContaining('name one in courseId')]],
        [
          'illegal_transition',
          ['Fire', expect.stringMatching(/^is dismissed, and only needs that are open, .* offered/)],
        ],
        ['nobody_reached', ['Rigging', expect.stringContaining('is not in the directory')]],
      ]),
    );
  });

  it('of an offer to others counts the needs that get an assignment, as the offer does', async () => {
    await publishedCourse(tenant, { title: 'Rigging', topics: ['Rigging'] });
    for (const name of ['Ada', 'Ben']) await addWorker(tenant, { name, externalWorkerId: name });
    const { id: cleo } = await addWorker(tenant, { name: 'Cleo' });
    const needIds: string[] = [];
    for (const name of ['Ada', 'Ben'])
      needIds.push((await raisedNeed(tenant, { external_worker_id: name, topic: 'Rigging' })).id);
    const [first = '', second = ''] = needIds.toSorted();
    const body = { action: 'offer', ids: needIds, target: { kind: 'worker', id: cleo } } as const;
    const expected = { willMove: 1, willAssign: 1, unmoved: { items: [{ needId: second, why: 'already_assigned' }] } };
    expect(await dryRun(body)).toMatchObject(expected);
    const { operationId } = await tenant.api.startBulk({ body });
    await operationEnded(tenant, operationId);
    expect(await statusesOf(tenant, [first, second])).toEqual(['offered', 'open']);
    expect(await dryRun(body)).toMatchObject({ ...expected, willAssign: 0 });
    const toAll = { ...body, target: { kind: 'everyone' } };
    expect(await dryRun(toAll)).toMatchObject({ willMove: 2, willAssign: 2, refused: [] });
  });

  it('pages through them', async () => {
    await sendSignal(tenant, { site: 'A', topic: 'Rigging' });
    await engine.database.query(
      `insert into need (tenant_id, id, dedupe_key, type, severity, audience_kind, status, closed_at, first_seen_at,
          last_seen_at)
       select $1::uuid, gen_random_uuid(), n::text, 'incident', 2, 'cohort', 'dismissed', now(), now(), now()
       from generate_series(1, 203) n`,
      [tenant.id],
    );
    const body = { action: 'dismiss', reason: 'other', filter: { status: ['all'] } };
    const first = await dryRun(body);
    const second = await dryRun({ ...body, cursor: first.unmoved?.nextCursor });
    expect([first.willMove, first.unmoved?.items.length, second.unmoved?.items.length]).toEqual([1, 200, 3]);
    const seen = [first, second].flatMap(({ unmoved }) => unmoved?.items.map(({ needId }) => needId) ?? []);
    expect([new Set(seen).size, second.unmoved?.nextCursor]).toEqual([203, null]);
  });

  it('has a cursor, which the action itself refuses', async () => {
    const body = { action: 'dismiss', reason: 'other', filter: {} };
    const refused = async (more: object): Promise<unknown> => {
      const answer = await tenant.admin<Schemas['Problem']>('POST', '/needs/bulk', { ...body, ...more });
      return [answer.status, answer.body.errors?.map(({ field }) => field)];
    };
    expect(await refused({ cursor: 'WyJ4Il0' })).toEqual([422, ['cursor']]);
    expect(await refused({ cursor: 'x', dryRun: true })).toEqual([422, ['cursor']]);
  });
});

describe('a bulk action', () => {
  it('counts an offer that reaches nobody among the failed ones', async () => {
    await publishedCourse(tenant, { title: 'Rigging', topics: ['Rigging'] });
    await sendSignal(tenant, { topic: 'Rigging', external_worker_id: 'E-9' });
    const [need] = await tenant.resolvedNeeds();
    const { operationId } = await tenant.api.startBulk({ body: { action: 'offer', ids: [need?.id ?? ''] } });
    expect(await operationEnded(tenant, operationId)).toMatchObject({
      done: 1,
      failed: 1,
      items: [{ status: 'failed', why: 'nobody_reached' }],
    });
  });
});
