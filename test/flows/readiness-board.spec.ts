import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addCredential } from '../factories/credentials.js';
import { dateInDays } from '../factories/days.js';
import { addOnboardingStep } from '../factories/onboarding.js';
import { boardPage, boardReasons, expectReasons } from '../factories/readiness.js';
import { sendSignal } from '../factories/signals.js';
import { addWaiver } from '../factories/waivers.js';
import { addWorkersOfTwoSites } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const NEAR_MISS = { site: 'North', topic: 'Manual handling', severity: 4 };

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  await addWorkersOfTwoSites(tenant);
});

describe('the readiness board', () => {
  it('lists everybody as ready until a fact says otherwise', async () => {
    await expectReasons(tenant, ['Ada | ready', 'Ben | ready', 'Cleo | ready']);
  });

  it('shows who is not ready, and why, the worst first', async () => {
    await addCredential(tenant, { externalWorkerId: 'W-2', name: 'WAH licence', expiresAt: dateInDays(-13) });
    await addOnboardingStep(tenant, { externalWorkerId: 'W-3', step: 'Sign the safety policy' });
    await expectReasons(tenant, [
      expect.stringMatching(/^Ben \| not_ready \| WAH licence expired 1\d days ago$/),
      'Cleo | at_risk | Onboarding step "Sign the safety policy" is not done',
      'Ada | ready',
    ]);
  });

  it('shows the open need of a site on the row of each of its people', async () => {
    await sendSignal(tenant, { ...NEAR_MISS, payload: { ref: 'INC-77' } }, 'near_miss');
    await expectReasons(tenant, [
      'Ada | not_ready | Near miss: Manual handling, reported today (INC-77)',
      'Ben | not_ready | Near miss: Manual handling, reported today (INC-77)',
      'Cleo | ready',
    ]);
  });

  it('is that of another day on request', async () => {
    await addCredential(tenant, {
      externalWorkerId: 'W-1',
      name: 'First aid',
      expiresAt: `${dateInDays(40)}T12:00:00Z`,
    });
    await eventually(async () => expect((await boardPage(tenant)).total).toBe(3));
    await expectReasons(
      tenant,
      ['Ada | not_ready | First aid expired 2 days ago', 'Ben | ready', 'Cleo | ready'],
      `asOf=${dateInDays(42)}`,
    );
    expect(await boardReasons(tenant, `asOf=${dateInDays(20)}`)).toEqual([
      expect.stringContaining('Ada | at_risk | First aid expires in 20 days, on '),
      'Ben | ready',
      'Cleo | ready',
    ]);
    expect(await boardReasons(tenant)).toEqual(['Ada | ready', 'Ben | ready', 'Cleo | ready']);
    expect(await boardReasons(tenant, 'asOf=2020-01-01')).toEqual([]);
  });

  it('is filtered, and read page by page', async () => {
    await addCredential(tenant, { externalWorkerId: 'W-2', name: 'WAH licence', expiresAt: dateInDays(-13) });
    await eventually(async () => expect((await boardPage(tenant, 'status=not_ready')).total).toBe(1));
    expect(await boardReasons(tenant, 'site=north')).toHaveLength(2);
    expect(await boardReasons(tenant, 'kind=credential_expired')).toHaveLength(1);
    expect(await boardReasons(tenant, 'kind=need')).toEqual([]);
    expect(await boardReasons(tenant, 'status=at_risk,not_ready&kind=need,credential_expired')).toHaveLength(1);
    expect(await boardPage(tenant, 'status=ready, not_ready')).toMatchObject({ total: 3, items: [{}, {}, {}] });
    expect(await boardReasons(tenant, 'topic=working%20at%20heights')).toHaveLength(1);
    expect(await boardReasons(tenant, 'q=cle')).toEqual(['Cleo | ready']);
    const first = await boardPage(tenant, 'limit=2');
    expect(first).toMatchObject({ total: 3, items: [{ worker: { name: 'Ben' } }, { worker: { name: 'Ada' } }] });
    expect(await boardPage(tenant, `limit=2&cursor=${first.nextCursor}`)).toMatchObject({
      total: 3,
      items: [{ worker: { name: 'Cleo' } }],
      nextCursor: null,
    });
    expect((await tenant.admin('GET', '/readiness?kind=need,laziness')).status).toBe(422);
    expect((await tenant.admin('GET', '/readiness?asOf=2026-02-30')).status).toBe(422);
  });

  it('shows for one worker what is to come, what they hold and what is over', async () => {
    const expired = await addCredential(tenant, {
      externalWorkerId: 'W-1',
      name: 'First aid',
      expiresAt: dateInDays(-3),
    });
    await eventually(async () => expect(await boardReasons(tenant, 'status=not_ready')).toHaveLength(1));
    const [ada] = (await boardPage(tenant, 'q=Ada')).items;
    const workerId = ada?.worker.id ?? '';
    await addWaiver(tenant, { workerId, credential: 'First aid' });
    await expectReasons(tenant, [], 'status=not_ready');
    // The reason goes on, although it does not count.
    expect(await tenant.api.getReadinessWorker({ path: { id: workerId } })).toMatchObject({
      reasons: [{}],
      history: [],
    });
    await tenant.admin('DELETE', `/credentials/${expired.id}`);
    await addCredential(tenant, { externalWorkerId: 'W-1', name: 'Forklift licence', expiresAt: dateInDays(45) });
    await eventually(async () =>
      expect(await tenant.api.getReadinessWorker({ path: { id: workerId } })).toMatchObject({
        worker: { name: 'Ada' },
        status: 'ready',
        reasons: [],
        upcoming: [
          { status: 'at_risk', begins: [{ kind: 'credential_expiring' }], ends: [] },
          { status: 'not_ready', begins: [{ kind: 'credential_expired' }], ends: [{ kind: 'credential_expiring' }] },
        ],
        holds: [{ kind: 'credential', name: 'Forklift licence' }],
        history: [{ kind: 'credential_expired', name: 'First aid', severity: 4 }],
      }),
    );
  });
});
