import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { InputOf } from '#client';
import { auditOf } from '../factories/audit.js';
import { addCredential } from '../factories/credentials.js';
import { expectNeed, needById, raisedNeed } from '../factories/needs.js';
import { addOnboardingStep } from '../factories/onboarding.js';
import { setTimeZone } from '../factories/time-zones.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
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

const hold = (name: string, expiresAt: string | null) =>
  addCredential(tenant, { externalWorkerId: 'Ada', name, expiresAt });
const credentials = async (query: InputOf<'listCredentials'>['query'] = {}): Promise<string[]> =>
  (await tenant.api.listCredentials({ query })).items.map(({ expiresAt }) => expiresAt ?? 'never');
const expiringBefore = (expiresBefore: string): Promise<string[]> => credentials({ expiresBefore });

/** Days on which a clock is changed at midnight among them: the instant at which each ends. */
const ENDS = [
  ['UTC', '2026-12-01', '2026-12-02T00:00:00Z'],
  ['Europe/Berlin', '2026-12-01', '2026-12-01T23:00:00Z'],
  ['America/Santiago', '2026-09-05', '2026-09-06T04:00:00Z'],
  ['America/Santiago', '2026-09-06', '2026-09-07T03:00:00Z'],
  ['America/Santiago', '2026-04-04', '2026-04-05T04:00:00Z'],
  ['Africa/Cairo', '2026-04-23', '2026-04-23T22:00:00Z'],
  ['Africa/Cairo', '2026-04-24', '2026-04-24T21:00:00Z'],
  ['America/Havana', '2026-10-31', '2026-11-01T04:00:00Z'],
  ['America/Havana', '2026-11-01', '2026-11-02T05:00:00Z'],
] as const;

const before = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString();
const dayAfter = (day: string): string => new Date(Date.parse(day) + 24 * 3_600_000).toISOString().slice(0, 10);

describe('a credential that expires on a day', () => {
  it.each(ENDS)('in %s on %s is valid until %s', async (zone, day, end) => {
    await setTimeZone(engine, tenant, zone);
    expect(await hold('Forklift licence', day)).toMatchObject({ expiresAt: day });
    expect(await expiringBefore(before(end))).toEqual([]);
    expect(await expiringBefore(end)).toEqual([day]);
    expect(await expiringBefore(day)).toEqual([]);
    expect(await expiringBefore(dayAfter(day))).toEqual([day]);
  });

  it('is shown as the day in every response and in the audit log, and an instant as the instant', async () => {
    const { id } = await hold('Forklift licence', '2026-12-01T00:00:00Z');
    const [instant, day] = [{ expiresAt: '2026-12-01T00:00:00.000Z' }, { expiresAt: '2026-12-01' }];
    for (let times = 0; times < 2; times++)
      expect(await tenant.api.changeCredential({ path: { id }, body: day })).toMatchObject({ ...day, version: 2 });
    expect(await auditOf(tenant, { subject: 'credential' })).toMatchObject([
      { before: null, after: instant },
      { before: instant, after: day },
    ]);
  });

  it('is the same credential when it is imported again', async () => {
    const table =
      'externalWorkerId,name,expiresAt\nAda,Forklift licence,2026-12-01\nAda,Rigging,2026-12-01T10:00:00Z\n';
    const send = async (): Promise<object> => (await tenant.importRows('/credentials', table)).body;
    expect(await send()).toMatchObject({ created: 2, unchanged: 0 });
    await setTimeZone(engine, tenant, 'Asia/Tokyo');
    expect(await send()).toMatchObject({ created: 0, unchanged: 2 });
    expect(await credentials()).toEqual(['2026-12-01T10:00:00.000Z', '2026-12-01']);
  });

  it('supersedes a credential that expires before the end of that day, and no other', async () => {
    await setTimeZone(engine, tenant, 'America/Santiago');
    // 22:00 of the day there.
    await hold('Forklift licence', '2027-07-01T02:00:00Z');
    await hold('Forklift licence', '2027-06-30');
    const states = async () => [await credentials(), await credentials({ superseded: 'true' })];
    expect(await states()).toEqual([['2027-06-30'], ['2027-07-01T02:00:00.000Z']]);
    await setTimeZone(engine, tenant, 'UTC');
    expect(await states()).toEqual([['2027-07-01T02:00:00.000Z'], ['2027-06-30']]);
  });

  it('may expire on the last possible day', async () => {
    for (const zone of ['Pacific/Kiritimati', 'Etc/GMT+12']) {
      await setTimeZone(engine, tenant, zone);
      await hold(zone, '9999-12-31');
      await hold(`${zone}, never`, null);
    }
    const { items, nextCursor } = await tenant.api.listCredentials({ query: { limit: 3 } });
    expect([items.length, (await credentials({ limit: 3, cursor: nextCursor ?? '' })).length]).toEqual([3, 1]);
  });

  it('keeps the day when the time zone changes', async () => {
    await hold('Forklift licence', '2026-12-01');
    await setTimeZone(engine, tenant, 'Pacific/Auckland');
    expect(await expiringBefore('2026-12-01T11:00:00Z')).toEqual(['2026-12-01']);
    await setTimeZone(engine, tenant, 'Pacific/Pago_Pago');
    expect(await expiringBefore('2026-12-02T10:59:59Z')).toEqual([]);
    expect(await expiringBefore('2026-12-02T11:00:00Z')).toEqual(['2026-12-01']);
  });

  it.each(['Mars/Olympus', 'UTC+3', '', '+02:00'])('is refused a time zone named %j', async (name) => {
    await expect(setTimeZone(engine, tenant, name)).rejects.toMatchObject({ errors: [{ field: 'timeZone' }] });
  });
});

describe('an onboarding step that was done on a day', () => {
  it('is shown as the day, and was done at its beginning', async () => {
    await setTimeZone(engine, tenant, 'Africa/Cairo');
    const body = await addOnboardingStep(tenant, { externalWorkerId: 'Ada', step: 'Tour', doneAt: '2026-04-24' });
    expect(body).toMatchObject({ doneAt: '2026-04-24' });
    const stored = () =>
      engine.database.query('select done_at as at from onboarding_step where tenant_id = $1', [tenant.id]);
    expect(await stored()).toEqual([{ at: new Date('2026-04-23T22:00:00Z') }]);
    await setTimeZone(engine, tenant, 'UTC');
    expect(await stored()).toEqual([{ at: new Date('2026-04-24T00:00:00Z') }]);
    const instant = { doneAt: '2026-04-24T00:00:00Z' };
    const changed = await tenant.api.changeOnboarding({ path: { id: body.id }, body: instant });
    expect(changed).toMatchObject({ doneAt: '2026-04-24T00:00:00.000Z', version: 2 });
  });
});

describe('a newer credential', () => {
  it('expires more than two days after the end of the day in the signal', async () => {
    await setTimeZone(engine, tenant, 'America/Santiago');
    const expiring = { external_worker_id: 'Ada', topic: 'Rigging', payload: { expires_at: '2098-05-01' } };
    const { id } = await raisedNeed(tenant, expiring, 'credential_expiring');
    const statusWith = async (expiresAt: string): Promise<string> => {
      await hold('Rigging', expiresAt);
      await raisedNeed(tenant, { external_worker_id: 'Ada', topic: 'Witness', dedupe_key: expiresAt });
      return (await needById(tenant, id)).status;
    };
    expect(await statusWith('2098-05-01')).toBe('open');
    expect(await statusWith('2098-05-03')).toBe('open');
    await hold('Rigging', '2098-05-04');
    await expectNeed(tenant, id, { status: 'completed' });
  });
});
