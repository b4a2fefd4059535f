import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { timeInDays } from '../factories/days.js';
import { decide, needById, needsIn, raisedNeed } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const TOMORROW = timeInDays(1);
const INCIDENT = { site: 'Site A', topic: 'Manual Handling', dedupe_key: 'INC-1' };

describe('a need that is dismissed until a time', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  const quietIsOver = (): Promise<unknown> =>
    engine.database.query(
      `update need set quiet_until = now() - interval '1 second' where tenant_id = $1 and quiet_until is not null`,
      [tenant.id],
    );

  it('is reopened with its history by the first signal after that time', async () => {
    const { id } = await raisedNeed(tenant, INCIDENT);
    const {
      body: { version },
    } = await decide(tenant, id, 'dismiss', { reason: 'duplicate', until: TOMORROW });
    await sendSignal(tenant, INCIDENT);
    await quietIsOver();
    expect(await sendSignal(tenant, { ...INCIDENT, severity: 3 })).toMatchObject({
      deduped: false,
      signalId: expect.stringMatching(/^sig_/),
    });
    expect(await sendSignal(tenant, INCIDENT)).toMatchObject({ deduped: true });
    const [need, ...others] = await tenant.resolvedNeeds();
    expect(others).toEqual([]);
    expect(need).toMatchObject({
      id,
      status: 'open',
      severity: 3,
      signalCount: 4,
      version: version + 1,
      recommendation: { kind: 'author_one' },
    });
    expect((await needById(tenant, id)).history).toMatchObject([
      {
        actor: 'source',
        action: 'need.reopened',
        before: { status: 'dismissed' },
        after: { status: 'open', reason: 'recurred' },
      },
      {
        actor: 'token:first admin',
        action: 'need.dismissed',
        before: { status: 'open' },
        after: { status: 'dismissed', reason: 'duplicate', until: TOMORROW },
      },
    ]);
  });

  it('is reopened with what the signal says: another topic, and a worker who has left since', async () => {
    await publishedCourse(tenant, { title: 'Rigging' });
    const { id: workerId } = await addWorker(tenant, { externalWorkerId: 'W-1' });
    const keys = { external_worker_id: 'W-1', dedupe_key: 'INC-2' };
    const [ofSite, ofWorker] = [
      await raisedNeed(tenant, INCIDENT),
      await raisedNeed(tenant, { ...keys, topic: 'Manual Handling' }),
    ];
    for (const { id } of [ofSite, ofWorker]) await decide(tenant, id, 'dismiss', { reason: 'other', until: TOMORROW });
    await tenant.api.changeWorker({ path: { id: workerId }, body: { active: false } });
    await quietIsOver();
    for (const data of [INCIDENT, keys]) await sendSignal(tenant, { ...data, topic: 'Rigging' });
    await eventually(async () => {
      expect(await needById(tenant, ofSite.id)).toMatchObject({
        status: 'open',
        topic: 'Rigging',
        recommendation: { kind: 'course', title: 'Rigging' },
      });
      expect(await needById(tenant, ofWorker.id)).toMatchObject({ status: 'resolved' });
    });
  });

  it('is not answered by a training from before its condition is reported again', async () => {
    await addWorker(tenant, { externalWorkerId: 'W-1' });
    const data = { external_worker_id: 'W-1', topic: 'Zorbux' };
    const { id } = await raisedNeed(tenant, data);
    await decide(tenant, id, 'dismiss', { reason: 'other', until: TOMORROW });
    const completedAt = new Date().toISOString();
    await quietIsOver();
    await sendSignal(tenant, data);
    const { signalId } = await sendSignal(tenant, { ...data, completed_at: completedAt }, 'course_completed');
    await eventually(async () =>
      expect(await tenant.api.getSignal({ path: { id: signalId ?? '' } })).toMatchObject({
        completion: { status: 'applied' },
      }),
    );
    expect(await needById(tenant, id)).toMatchObject({ status: 'open' });
  });

  it('is reopened by one of many concurrent signals, and the others join it', async () => {
    const { id } = await raisedNeed(tenant, INCIDENT);
    await decide(tenant, id, 'dismiss', { reason: 'other', until: TOMORROW });
    await quietIsOver();
    const answers = await Promise.all(Array.from({ length: 200 }, () => sendSignal(tenant, INCIDENT)));
    expect(answers.filter(({ deduped }) => deduped === false)).toHaveLength(1);
    expect(await needsIn(tenant)).toMatchObject([{ id, status: 'open', signalCount: 201 }]);
  });
});
