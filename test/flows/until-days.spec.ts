import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { dayIn } from '../factories/days.js';
import { decide, expectNeed, raisedNeed } from '../factories/needs.js';
import { boardRows } from '../factories/readiness.js';
import { addRequirement } from '../factories/requirements.js';
import { sendSignal } from '../factories/signals.js';
import { setTimeZone } from '../factories/time-zones.js';
import { addWaiver } from '../factories/waivers.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

/** Its days begin 25 hours after those of the other zone: its tomorrow has begun there. */
const LATE = 'Pacific/Pago_Pago';
const EARLY = 'Pacific/Kiritimati';
const INCIDENT = { site: 'Site A', topic: 'Manual Handling', dedupe_key: 'INC-1' };

let engine: SharedEngine;
let tenant: TestTenant;
let id: string;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  await setTimeZone(engine, tenant, LATE);
  ({ id } = await raisedNeed(tenant, INCIDENT));
});

describe("a decision until a day of the tenant's time zone", () => {
  it('lets a snoozed need return when the day begins', async () => {
    const until = dayIn(LATE, 1);
    expect(await decide(tenant, id, 'snooze', { until })).toMatchObject({
      status: 200,
      body: { status: 'snoozed', snoozedUntil: until },
    });
    await setTimeZone(engine, tenant, EARLY);
    await expectNeed(tenant, id, { status: 'open' });
  });

  it('lets the data point of a dismissed need open it when the day begins', async () => {
    const until = dayIn(LATE, 1);
    expect(await decide(tenant, id, 'dismiss', { reason: 'duplicate', until })).toMatchObject({
      body: { dismissal: { until } },
    });
    expect(await sendSignal(tenant, INCIDENT)).toMatchObject({ deduped: true });
    await setTimeZone(engine, tenant, EARLY);
    expect(await sendSignal(tenant, INCIDENT)).toMatchObject({ deduped: false });
  });

  it('is the same in a bulk action', async () => {
    const until = dayIn(LATE, 1);
    await tenant.admin('POST', '/needs/bulk', { action: 'snooze', ids: [id], until });
    await expectNeed(tenant, id, { snoozedUntil: until });
  });

  it('is restored as a day if a later decision is undone', async () => {
    const until = dayIn(LATE, 1);
    await decide(tenant, id, 'snooze', { until });
    const { body } = await tenant.admin<{ operationId: string }>('POST', '/needs/bulk', {
      action: 'dismiss',
      ids: [id],
      reason: 'other',
    });
    await expectNeed(tenant, id, { status: 'dismissed' });
    await tenant.api.undoOperation({ path: { id: body.operationId } });
    await expectNeed(tenant, id, { snoozedUntil: until });
  });

  it.each([
    ['snooze', {}],
    ['dismiss', { reason: 'other' }],
  ])('is refused if the day has begun: %s', async (action, rest) => {
    const body = { ...rest, until: dayIn(LATE) };
    const refusal = { status: 422, body: { errors: [{ field: 'until' }] } };
    expect(await decide(tenant, id, action, body)).toMatchObject(refusal);
    expect(await tenant.admin('POST', '/needs/bulk', { action, ids: [id], ...body })).toMatchObject(refusal);
  });
});

describe("a waiver until a day of the tenant's time zone", () => {
  const move = (timeZone: string) => tenant.api.replaceReadinessPolicy({ body: { timeZone } });
  const waivers = async () => (await tenant.api.listWaivers()).items;

  it('holds again on its last day when a time zone in which that day is over is corrected', async () => {
    const { id: workerId } = await addWorker(tenant, { name: 'Ada' });
    const { id: requirementId } = await addRequirement(tenant, { credential: 'First Aid' });
    const until = dayIn(LATE);
    await addWaiver(tenant, { workerId, requirementId, until });
    await move(EARLY);
    expect(await waivers()).toMatchObject([{ until, active: false }]);
    await move(LATE);
    expect(await waivers()).toMatchObject([{ until, active: true }]);
    await eventually(async () =>
      expect(await boardRows(tenant)).toMatchObject([
        { status: 'ready', reasons: [{ kind: 'credential_missing', waivedUntil: until }] },
      ]),
    );
  });
});
