import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actOn, assignmentOf, offer, offeredNeed } from '../factories/assignments.js';
import { auditOf } from '../factories/audit.js';
import { publishedCourse } from '../factories/courses.js';
import { expectNeed, needById } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { expectDeliveries } from '../factories/webhooks.js';
import { hire } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const TOPIC = 'Drone Operation';
const OF_ADA = { external_worker_id: 'Ada', topic: TOPIC };

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  await publishedCourse(tenant, { title: TOPIC });
});

describe('an assignment that an admin cancels', () => {
  it('is cancelled, once, and its need is open again', async () => {
    await hire(tenant, 'Ada');
    const need = await offeredNeed(tenant, OF_ADA);
    const { id, version } = await assignmentOf(tenant, 'Ada');
    const first = await actOn(tenant, id, 'cancel');
    expect(first).toMatchObject({ status: 200, body: { id, status: 'cancelled', version: version + 1 } });
    const again = await actOn(tenant, id, 'cancel');
    expect(again).toMatchObject({ status: 200, body: { version: version + 1 } });
    expect(await needById(tenant, need)).toMatchObject({ status: 'open', dueAt: null });
    expect(await auditOf(tenant, { subject: id })).toEqual([
      {
        actor: 'token:first admin',
        action: 'assignment.cancelled',
        before: { status: 'assigned' },
        after: { status: 'cancelled', reason: 'cancelled' },
      },
    ]);
    expect((await needById(tenant, need)).history[0]).toMatchObject({ action: 'need.withdrawn' });
  });

  it('can be offered again', async () => {
    await hire(tenant, 'Ada');
    const need = await offeredNeed(tenant, OF_ADA);
    await actOn(tenant, (await assignmentOf(tenant, 'Ada')).id, 'cancel');
    await offer(tenant, need);
    expect(await assignmentOf(tenant, 'Ada')).toMatchObject({ status: 'assigned', needId: need });
  });

  it('is not cancelled once it is completed, nor by somebody who has read another version', async () => {
    await hire(tenant, 'Ada');
    await offeredNeed(tenant, OF_ADA);
    const { id } = await assignmentOf(tenant, 'Ada');
    expect(await actOn(tenant, id, 'cancel', {}, { 'if-match': '"99"' })).toMatchObject({ status: 412 });
    await actOn(tenant, id, 'complete');
    expect(await actOn(tenant, id, 'cancel')).toMatchObject({ status: 409, body: { code: 'assignment_completed' } });
  });

  it('cannot be completed, but the need is answered by who takes the course nevertheless', async () => {
    await hire(tenant, 'Ada');
    const need = await offeredNeed(tenant, OF_ADA);
    const { id } = await assignmentOf(tenant, 'Ada');
    await actOn(tenant, id, 'cancel');
    expect(await actOn(tenant, id, 'complete')).toMatchObject({ status: 409, body: { code: 'assignment_cancelled' } });
    await sendSignal(tenant, OF_ADA, 'course_completed');
    await expectNeed(tenant, need, { status: 'completed' });
  });

  it('is sent to webhooks, and listed by its status', async () => {
    await hire(tenant, 'Ada');
    await offeredNeed(tenant, OF_ADA);
    const { id } = await assignmentOf(tenant, 'Ada');
    const url = 'http://127.0.0.1:9/';
    const webhook = await tenant.api.createWebhook({ body: { url, eventTypes: ['assignment.cancelled'] } });
    await actOn(tenant, id, 'cancel');
    await expectDeliveries(tenant, webhook, [{ type: 'assignment.cancelled' }]);
    const { items } = await tenant.api.listAssignments({ query: { status: ['cancelled'] } });
    expect(items).toMatchObject([{ id }]);
  });

  it('is taken from one, whoever cancels and completes at the same moment', async () => {
    await hire(tenant, 'Ada');
    const need = await offeredNeed(tenant, OF_ADA);
    const { id } = await assignmentOf(tenant, 'Ada');
    const events = ['cancel', 'complete', 'cancel', 'complete'] as const;
    const answers = await Promise.all(events.map((event) => actOn(tenant, id, event)));
    const { status } = await assignmentOf(tenant, 'Ada');
    const winner = status === 'completed' ? 'complete' : 'cancel';
    expect(answers.map((answer) => answer.status)).toEqual(events.map((event) => (event === winner ? 200 : 409)));
    await eventually(async () =>
      expect((await needById(tenant, need)).status).toBe(status === 'completed' ? 'completed' : 'open'),
    );
  });
});
