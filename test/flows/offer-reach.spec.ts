import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { completeAll, offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { timeInDays } from '../factories/days.js';
import { decide, dismiss, needById, needOfEach, raisedNeed } from '../factories/needs.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

describe('an offer to many', () => {
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
  /** The names of people by their eligibility, in order. */
  const namesIn = (who: Schemas['OfferResult']['who']): object => {
    const all = Object.entries(who ?? {});
    return Object.fromEntries(all.map(([why, people]) => [why, people.map(({ name }) => name).toSorted()]));
  };
  const preview = async (id: string, body: Schemas['OfferBody'] = {}) => offer(tenant, id, { dryRun: true, ...body });

  it('shows in a dry run who is assigned, and who not and why, and changes nothing', async () => {
    for (const name of ['new', 'busy', 'done', 'exempt']) await addWorker(tenant, { name, site: 'Site A' });
    await addWorker(tenant, { name: 'gone', site: 'Site A', active: false });
    await addWorker(tenant, { name: 'elsewhere', site: 'Site B' });
    await offer(tenant, await need({ external_worker_id: 'busy' }));
    await offer(tenant, await need({ external_worker_id: 'done' }));
    await completeAll(tenant, 'done');
    await dismiss(tenant, await need({ external_worker_id: 'exempt' }), { reason: 'equivalent_held' });
    const id = await need({ site: 'Site A' });
    const sent = { dryRun: true, target: { kind: 'site', id: 'site a' } };
    const { status, body } = await tenant.admin<Schemas['OfferResult']>('POST', `/needs/${id}/offer`, sent);
    const others = { alreadyAssigned: 1, alreadyValid: 1, exempt: 1, left: 1 };
    expect([status, body.operationId, body.counts]).toEqual([200, null, { willAssign: 1, ...others }]);
    const answered = { alreadyAssigned: ['busy'], alreadyValid: ['done'], exempt: ['exempt'] };
    expect(namesIn(body.who)).toEqual({ willAssign: ['new'], ...answered, left: ['gone'] });
    expect(await needById(tenant, id)).toMatchObject({ status: 'open', assignmentCount: 0 });
    expect((await offer(tenant, id)).counts).toEqual({ assigned: 1, ...others });
  });

  it('exempts people whose need was last dismissed because they need no training, while that lasts', async () => {
    const needs = await needOfEach(tenant, ['not_training', 'wrong_target', 'duplicate', 'other', 'over', 'corrected']);
    const dismissOf = (name: string, reason: Schemas['DismissBody']['reason'], until?: string) =>
      dismiss(tenant, needs[name] ?? '', { reason, ...(until === undefined ? {} : { until }) });
    for (const reason of ['not_training', 'wrong_target', 'duplicate', 'other'] as const)
      await dismissOf(reason, reason);
    const withoutTopic = await raisedNeed(tenant, { external_worker_id: 'other' });
    await dismiss(tenant, withoutTopic.id, { reason: 'not_training' });
    await dismissOf('corrected', 'not_training');
    await decide(tenant, needs['corrected'] ?? '', 'reopen');
    await dismissOf('corrected', 'duplicate');
    await dismissOf('over', 'not_training', timeInDays(1));
    const end = `update need set quiet_until = now() where tenant_id = $1 and quiet_until < 'infinity'`;
    await engine.database.query(end, [tenant.id]);
    const { who } = await preview(await need({ site: 'Site A' }), { target: { kind: 'everyone' } });
    const willAssign = ['corrected', 'duplicate', 'other', 'over'];
    expect(namesIn(who)).toMatchObject({ exempt: ['not_training', 'wrong_target'], willAssign });
  });

  it('does not begin the need of one person for others whom it counts as valid', async () => {
    for (const name of ['Ada', 'Ben']) await addWorker(tenant, { name });
    await offer(tenant, await need({ external_worker_id: 'Ben' }));
    await completeAll(tenant, 'Ben');
    const id = await need({ external_worker_id: 'Ada' });
    const { counts } = await offer(tenant, id, { target: { kind: 'everyone' } });
    expect(counts).toMatchObject({ assigned: 1, alreadyValid: 1 });
    expect((await needById(tenant, id)).status).toBe('offered');
  });

  it('reaches a group by name or id, and everyone', async () => {
    await addWorker(tenant, { name: 'Ada', groups: ['Riggers'] });
    await addWorker(tenant, { name: 'Bob' });
    const id = await need({ site: 'Site A' });
    const { items: groups } = await tenant.api.listGroups();
    const countsOf = async (target: Schemas['OfferTarget']) => (await offer(tenant, id, { target })).counts;
    expect(await countsOf({ kind: 'group', id: groups[0]?.id ?? '' })).toMatchObject({
      assigned: 1,
      alreadyAssigned: 0,
    });
    expect(await countsOf({ kind: 'group', id: ' riggers' })).toMatchObject({ assigned: 0, alreadyAssigned: 1 });
    expect(await countsOf({ kind: 'everyone' })).toMatchObject({ assigned: 1, alreadyAssigned: 1 });
  });

  it('leaves a need as it is if all have the course by other needs, and it reaches none of them', async () => {
    await addWorker(tenant, { name: 'Ada', groups: ['Riggers'] });
    await addWorker(tenant, { name: 'Ben' });
    const [own, one] = [await need({ external_worker_id: 'Ada' }), await need({ external_worker_id: 'Ben' })];
    await offer(tenant, own);
    const target = { kind: 'group', id: 'Riggers' } as const;
    expect((await offer(tenant, one, { target })).counts).toMatchObject({ assigned: 0, alreadyAssigned: 1 });
    expect(await needById(tenant, one)).toMatchObject({ status: 'open', dueAt: null });
    await offer(tenant, one);
    await offer(tenant, one, { target, dueAt: '2099-01-31' });
    expect(await needById(tenant, one)).toMatchObject({ status: 'offered', dueAt: '2099-01-31' });
  });
});
