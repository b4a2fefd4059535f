import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { completeAll } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { timeInDays } from '../factories/days.js';
import { decide, expectNeed, needById, raisedNeed, recordedNeed, whileUnresolved } from '../factories/needs.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
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

describe('a need', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  it.each(['unresolved', 'of an unknown worker'])(
    'is completed if its worker completes its course while it is %s',
    async (state) => {
      const { id: workerId } = await addWorker(tenant);
      const { id: courseId } = await publishedCourse(tenant, { title: 'Manual Handling' });
      await tenant.api.createAssignments({ body: { courseId, workerIds: [workerId] } });
      const completedAfter = async (id: string): Promise<string> => {
        await completeAll(tenant, workerId);
        return id;
      };
      const id = await (state === 'unresolved'
        ? whileUnresolved(engine, tenant, async () => completedAfter(await recordedNeed(tenant, OF_ADA)))
        : completedAfter((await raisedNeed(tenant, { learner_id: 'L-9', topic: 'Manual Handling' })).id));
      await tenant.api.changeWorker({ path: { id: workerId }, body: { learnerId: 'L-9' } });
      await expectNeed(tenant, id, { status: 'completed' });
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
