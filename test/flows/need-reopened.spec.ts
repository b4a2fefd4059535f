import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { decide, expectNeed, needsIn, raisedNeed } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { behindLock } from '../harness/behind-lock.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { refusal } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

const INCIDENT = { site: 'Site A', topic: 'Manual Handling', dedupe_key: 'INC-1' };
const OF_ADA = { external_worker_id: 'Ada', topic: 'Manual Handling' };

describe('a need that a person reopens', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  const reportCompletion = (): Promise<unknown> => sendSignal(tenant, OF_ADA, 'training_completed');
  const expectCompleted = (id: string): Promise<void> => expectNeed(tenant, id, { status: 'completed' });

  it('is matched again', async () => {
    const { id } = await raisedNeed(tenant, INCIDENT);
    await decide(tenant, id, 'dismiss', { reason: 'other' });
    const course = await publishedCourse(tenant, { title: 'Manual Handling' });
    expect(await decide(tenant, id, 'reopen')).toMatchObject({ status: 200, body: { status: 'open' } });
    await expectNeed(tenant, id, { recommendation: { courseId: course.id } });
  });

  it('stays closed if its condition has recurred as another need, which the error names', async () => {
    const { id } = await raisedNeed(tenant, INCIDENT);
    await sendSignal(tenant, { ...INCIDENT, action: 'resolve' });
    await sendSignal(tenant, INCIDENT);
    const [again] = await needsIn(tenant, 'open');
    expect(await decide(tenant, id, 'reopen')).toMatchObject(refusal(409, 'need_recurred', { needId: again?.id }));
    await sendSignal(tenant, { ...INCIDENT, action: 'resolve' });
    expect(await decide(tenant, again?.id ?? '', 'reopen')).toMatchObject({ status: 200 });
  });

  it('stays closed if its condition recurs at the same moment', async () => {
    const { id } = await raisedNeed(tenant, INCIDENT);
    await sendSignal(tenant, { ...INCIDENT, action: 'resolve' });
    // The job that publishes this locks the need.
    const unresolved = `select from need where tenant_id = $1 and unresolved_since is not null`;
    await eventually(async () => expect(await engine.database.query(unresolved, [tenant.id])).toEqual([]));
    const record = `insert into need
        (tenant_id, id, dedupe_key, type, severity, audience_kind, first_seen_at, last_seen_at)
      select tenant_id, uuid_next(), dedupe_key, type, severity, audience_kind, now(), now() from need
      where tenant_id = $1`;
    const [answer] = await behindLock(engine, [record, tenant.id], () => decide(tenant, id, 'reopen'));
    expect(answer).toMatchObject(refusal(409, 'need_recurred'));
  });

  it('has to be completed again, if it was completed', async () => {
    const { id: workerId } = await addWorker(tenant);
    await publishedCourse(tenant, { title: 'Manual Handling' });
    const { id } = await raisedNeed(tenant, OF_ADA);
    await reportCompletion();
    await expectCompleted(id);
    await decide(tenant, id, 'reopen');
    const reasons = async () => (await tenant.api.getReadinessWorker({ path: { id: workerId } })).reasons;
    await eventually(async () => expect(await reasons()).toMatchObject([{ kind: 'need' }]));
    await reportCompletion();
    await expectCompleted(id);
  });

  it('is no longer bound to the course of an offer that nobody takes any more', async () => {
    await addWorker(tenant);
    await publishedCourse(tenant, { title: 'Manual Handling' });
    const { id: courseId } = await publishedCourse(tenant, { title: 'Rigging' });
    const { id } = await raisedNeed(tenant, OF_ADA);
    await offer(tenant, id, { courseId });
    await decide(tenant, id, 'dismiss', { reason: 'other' });
    const { items } = await tenant.api.listAssignments({ query: { need: id } });
    await tenant.api.cancelAssignment({ path: { id: items[0]?.id ?? '' } });
    await decide(tenant, id, 'reopen');
    await reportCompletion();
    await expectCompleted(id);
  });
});
