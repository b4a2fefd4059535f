import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { completeAll, offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { timeInDays } from '../factories/days.js';
import { decide, needById, needsIn, raisedNeed, recordedNeed, whileUnresolved } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { behindLock } from '../harness/behind-lock.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { refusal } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

const TOMORROW = timeInDays(1);
const MOVES = [
  ['dismiss', { reason: 'other' }],
  ['snooze', { until: TOMORROW }],
  ['reopen', undefined],
] as const;
const INCIDENT = { site: 'Site A', topic: 'Manual Handling', dedupe_key: 'INC-1' };
const OF_ADA = { external_worker_id: 'Ada', topic: 'Manual Handling' };

const reportCompletion = (tenant: TestTenant): Promise<unknown> => sendSignal(tenant, OF_ADA, 'training_completed');
const expectStatus = (tenant: TestTenant, id: string, status: string): Promise<void> =>
  eventually(async () => expect((await needById(tenant, id)).status).toBe(status));

describe('a need', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  describe('that a person reopens', () => {
    it('is matched again', async () => {
      const { id } = await raisedNeed(tenant, INCIDENT);
      await decide(tenant, id, 'dismiss', { reason: 'other' });
      const course = await publishedCourse(tenant, { title: 'Manual Handling' });
      expect(await decide(tenant, id, 'reopen')).toMatchObject({ status: 200, body: { status: 'open' } });
      await eventually(async () =>
        expect((await needById(tenant, id)).recommendation).toMatchObject({ courseId: course.id }),
      );
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
      await reportCompletion(tenant);
      await expectStatus(tenant, id, 'completed');
      await decide(tenant, id, 'reopen');
      const reasons = async () => (await tenant.api.getReadinessWorker({ path: { id: workerId } })).reasons;
      await eventually(async () => expect(await reasons()).toMatchObject([{ kind: 'need' }]));
      await reportCompletion(tenant);
      await expectStatus(tenant, id, 'completed');
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
      await reportCompletion(tenant);
      await expectStatus(tenant, id, 'completed');
    });
  });

  it.each(['unresolved', 'of an unknown worker'])(
    'is completed if its worker completes its course while it is %s',
    async (state) => {
      const { id: workerId } = await addWorker(tenant);
      const { id: courseId } = await publishedCourse(tenant, { title: 'Manual Handling' });
      await tenant.api.assignAssignments({ body: { courseId, workerIds: [workerId] } });
      const completedAfter = async (id: string): Promise<string> => {
        await completeAll(tenant, workerId);
        return id;
      };
      const id = await (state === 'unresolved'
        ? whileUnresolved(engine, tenant, async () => completedAfter(await recordedNeed(tenant, OF_ADA)))
        : completedAfter((await raisedNeed(tenant, { learner_id: 'L-9', topic: 'Manual Handling' })).id));
      await tenant.api.changeWorker({ path: { id: workerId }, body: { learnerId: 'L-9' } });
      await expectStatus(tenant, id, 'completed');
    },
  );

  it('refuses actions that its status does not allow, and lists the allowed ones', async () => {
    const { id } = await raisedNeed(tenant, INCIDENT);
    const ofOpen = refusal(409, 'illegal_transition', { allowed: ['offer', 'author', 'dismiss', 'snooze'] });
    expect(await decide(tenant, id, 'reopen')).toMatchObject(ofOpen);
    await decide(tenant, id, 'dismiss', { reason: 'other' });
    const ofDismissed = { status: 409, needStatus: 'dismissed', allowed: ['reopen'] };
    for (const [move, body] of MOVES.slice(0, 2))
      expect(await decide(tenant, id, move, body)).toMatchObject(refusal(409, 'illegal_transition', ofDismissed));
    expect((await needById(tenant, id)).history).toHaveLength(1);
  });

  it('refuses a decision on a stale version', async () => {
    const need = await raisedNeed(tenant, INCIDENT);
    const read = await tenant.admin('GET', `/needs/${need.id}`);
    expect(read.headers.get('etag')).toBe(`"${need.version}"`);
    const asRead = { 'if-match': `"${need.version}"` };
    const snoozed = await decide(tenant, need.id, 'snooze', { until: TOMORROW }, asRead);
    expect(snoozed.headers.get('etag')).toBe(`"${need.version + 1}"`);
    for (const [move, body] of MOVES)
      expect(await decide(tenant, need.id, move, body, asRead)).toMatchObject(refusal(412, 'stale'));
    expect(await needById(tenant, need.id)).toMatchObject({ status: 'snoozed' });
  });

  it('is decided once by concurrent decisions', async () => {
    const { id } = await raisedNeed(tenant, INCIDENT);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => decide(tenant, id, 'dismiss', { reason: 'other' })),
    );
    expect([200, 409].map((wanted) => answers.filter(({ status }) => status === wanted).length)).toEqual([1, 19]);
    expect((await needById(tenant, id)).history).toHaveLength(1);
  });

  it('is visible in its own tenant only', async () => {
    const { id } = await raisedNeed(tenant, INCIDENT);
    const other = await engine.createTenant();
    for (const [move, body] of MOVES)
      expect(await decide(other, id, move, body)).toMatchObject(refusal(404, 'not_found'));
    expect(await needById(tenant, id)).toMatchObject({ status: 'open', history: [] });
  });
});
