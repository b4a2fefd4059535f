import { randomBytes } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { addCredential } from '../factories/credentials.js';
import { dayIn } from '../factories/days.js';
import { needById, raisedNeed } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { setTimeZone } from '../factories/time-zones.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  await addWorker(tenant, { name: 'Ada', externalWorkerId: 'Ada' });
});

const before = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString();

describe('what is due on a day', () => {
  beforeEach(async () => {
    await publishedCourse(tenant, { title: 'Rigging', topics: [] });
  });

  /** Raises a need of Ada's. @returns its id */
  const need = async (payload: object = {}): Promise<string> => {
    await sendSignal(tenant, { external_worker_id: 'Ada', topic: 'Rigging', payload });
    return (await tenant.resolvedNeeds())[0]?.id ?? '';
  };
  const due = async (query = ''): Promise<Array<{ dueAt: string; overdue: boolean }>> =>
    (await tenant.admin<Schemas['AssignmentPage']>('GET', `/assignments?${query}`)).body.items.map(
      ({ dueAt, overdue }) => ({ dueAt, overdue }),
    );

  it('is the day in the signal, in the offer, the need, the assignment and an export', async () => {
    const id = await need({ due_date: '2098-05-01' });
    expect(await tenant.admin('POST', `/needs/${id}/offer`, {})).toMatchObject({ body: { dueAt: '2098-05-01' } });
    expect((await tenant.admin('GET', `/needs/${id}`)).body).toMatchObject({
      dueAt: '2098-05-01',
      assignments: [{ dueAt: '2098-05-01' }],
    });
    const file = await tenant.call('GET', '/needs.csv');
    expect(await file.text()).toContain(',2098-05-01,');
  });

  it('is the day in the signal, however large its payload is', async () => {
    const id = await need({ scan: randomBytes(100_000).toString('base64'), due_date: '2098-05-01' });
    expect((await tenant.admin('GET', `/needs/${id}`)).body).toMatchObject({ dueAt: '2098-05-01' });
  });

  it('is still the day in signals that are no longer kept, which the credential of that day does not renew', async () => {
    const data = { external_worker_id: 'Ada', topic: 'Rigging', expires_at: '2098-05-01' };
    const { id } = await raisedNeed(tenant, data, 'credential_expiring');
    await engine.database.query('delete from signal where tenant_id = $1', [tenant.id]);
    await addCredential(tenant, { externalWorkerId: 'Ada', name: 'Rigging', expiresAt: '2098-05-01' });
    await tenant.resolvedNeeds();
    expect(await needById(tenant, id)).toMatchObject({ status: 'open', dueAt: '2098-05-01' });
    expect(await offer(tenant, id)).toMatchObject({ dueAt: '2098-05-01', counts: { assigned: 1 } });
  });

  it('may be completed on the current day of the tenant, although UTC has the day before', async () => {
    await tenant.admin('POST', `/needs/${await need()}/offer`, {});
    await setTimeZone(engine, tenant, 'Pacific/Kiritimati');
    const completedAt = dayIn('Pacific/Kiritimati');
    const [assignment] = (await tenant.api.listAssignments()).items;
    expect(
      await tenant.api.completeAssignment({ path: { id: assignment?.id ?? '' }, body: { completedAt } }),
    ).toMatchObject({ status: 'completed', completedAt: new Date(`${completedAt}T00:00:00+14:00`).toISOString() });
  });

  it('is found by days and by instants, also after a change of the time zone', async () => {
    await tenant.admin('POST', `/needs/${await need()}/offer`, { dueAt: '2098-05-01' });
    const isDue = { dueAt: '2098-05-01', overdue: false };
    for (const [zone, end] of [
      ['UTC', '2098-05-02T00:00:00Z'],
      ['Pacific/Auckland', '2098-05-01T12:00:00Z'],
    ] as const) {
      await setTimeZone(engine, tenant, zone);
      expect(await due('dueBefore=2098-05-02&dueAfter=2098-05-01')).toEqual([isDue]);
      expect(await due('dueBefore=2098-05-01')).toEqual([]);
      expect(await due('dueAfter=2098-05-02')).toEqual([]);
      expect([await due(`dueBefore=${end}`), await due(`dueBefore=${before(end)}`)]).toEqual([[isDue], []]);
      expect([await due(`dueAfter=${end}`), await due(`dueAfter=${before(end)}`)]).toEqual([[], [isDue]]);
    }
  });

  it('may be the current day in the tenant’s time zone, but no past day', async () => {
    const last = dayIn('Etc/GMT+12');
    await setTimeZone(engine, tenant, 'Pacific/Kiritimati');
    const id = await need();
    expect(await tenant.admin('POST', `/needs/${id}/offer`, { dueAt: last })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'dueAt' }] },
    });
    await setTimeZone(engine, tenant, 'Etc/GMT+12');
    expect(await tenant.admin('POST', `/needs/${id}/offer`, { dueAt: last })).toMatchObject({ status: 200 });
    expect(await due()).toEqual([{ dueAt: last, overdue: false }]);
    await setTimeZone(engine, tenant, 'Pacific/Kiritimati');
    expect(await due()).toEqual([{ dueAt: last, overdue: true }]);
  });

  it('is the same day for each need of a bulk offer', async () => {
    const id = await need();
    await tenant.admin('POST', '/needs/bulk', { action: 'offer', ids: [id], dueAt: '2098-05-01' });
    await eventually(async () => expect(await due()).toEqual([{ dueAt: '2098-05-01', overdue: false }]));
  });
});

it.each([
  ['are due on a day', { payload: { due_date: '2098-05-01' } }, false],
  ['are snoozed until a day', {}, true],
])('a change of the time zone locks needs that %s in the order of signals', async (_what, more, isSnoozed) => {
  for (const dedupe_key of ['second', 'first']) {
    const { id } = await raisedNeed(tenant, { external_worker_id: 'Ada', topic: dedupe_key, dedupe_key, ...more });
    if (isSnoozed) await tenant.admin('POST', `/needs/${id}/snooze`, { until: '2098-05-01' });
  }
  const lock = 'select from need where tenant_id = $1 and dedupe_key = $2 for update';
  await engine.database.inTransaction(async (tx) => {
    await tx.query(`set local lock_timeout = '1s'`);
    await tx.query(lock, [tenant.id, 'first']);
    const moved = tenant.admin('PUT', '/readiness/policy', { timeZone: 'Europe/Berlin' });
    await eventuallyLocked(engine);
    await tx.query(lock, [tenant.id, 'second']);
    await tx.query('commit');
    expect(await moved).toMatchObject({ status: 200, body: { timeZone: 'Europe/Berlin' } });
  });
});
