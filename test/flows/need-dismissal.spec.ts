import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { timeInDays } from '../factories/days.js';
import { decide, needById, needsIn, raisedNeed } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

const TOMORROW = timeInDays(1);
const INCIDENT = { site: 'Site A', topic: 'Manual Handling', dedupe_key: 'INC-1' };

describe('a need that is dismissed', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  it('has no effect of its data point until the given time, but its signals are recorded', async () => {
    const { id } = await raisedNeed(tenant, INCIDENT);
    expect(
      await decide(tenant, id, 'dismiss', { reason: 'not_training', note: 'A broken lift', until: TOMORROW }),
    ).toMatchObject({ status: 200, body: { id, status: 'dismissed' } });
    expect(await sendSignal(tenant, INCIDENT)).toEqual({ ok: true, applied: true, deduped: true });
    expect(await sendSignal(tenant, { ...INCIDENT, severity: 4 })).toEqual({ ok: true, applied: true, deduped: true });
    expect(await needsIn(tenant, 'open')).toEqual([]);
    const dismissed = await needById(tenant, id);
    expect(dismissed).toMatchObject({ status: 'dismissed', signalCount: 3 });
    expect(dismissed.signals.map(({ outcome }) => outcome)).toEqual(['joined', 'joined', 'created']);
  });

  it('stays closed without a time, however often its source triggers or resolves it', async () => {
    const { id } = await raisedNeed(tenant, INCIDENT);
    await decide(tenant, id, 'dismiss', { reason: 'wrong_target' });
    expect(await sendSignal(tenant, { ...INCIDENT, severity: 4 })).toMatchObject({ deduped: true });
    expect(await sendSignal(tenant, { ...INCIDENT, action: 'resolve' })).toEqual({ ok: true, applied: false });
    expect(await sendSignal(tenant, INCIDENT)).toMatchObject({ deduped: true });
    expect(await needsIn(tenant)).toMatchObject([{ id, status: 'dismissed' }]);
  });

  it.each<[object, string[]]>([
    [{}, ['reason']],
    [{ reason: 'because' }, ['reason']],
    [{ reason: 'other', until: '2020-01-01T00:00:00Z' }, ['until']],
    [{ reason: 'other', until: 'tomorrow' }, ['until']],
    [{ reason: 'other', note: 'x'.repeat(2_001) }, ['note']],
    [{ reason: 'other', forever: true }, ['forever']],
  ])('cannot be dismissed with %j', async (body, fields) => {
    const { id } = await raisedNeed(tenant, INCIDENT);
    const answer = await tenant.admin<{ errors: Array<{ field: string }> }>('POST', `/needs/${id}/dismiss`, body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(answer.body.errors.map(({ field }) => field)).toEqual(fields);
  });
});
