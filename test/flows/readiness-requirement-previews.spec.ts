import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { addCredential } from '../factories/credentials.js';
import { dateInDays } from '../factories/days.js';
import { boardLines } from '../factories/readiness.js';
import { addRiggersAndClerk } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  await addRiggersAndClerk(tenant);
});

const require = (body: object, query = '') =>
  tenant.admin<Schemas['RequirementView'] & Schemas['Problem'] & Record<string, unknown>>(
    'POST',
    `/requirements${query}`,
    body,
  );

describe('a dry run of a requirement', () => {
  it('counts who has days of grace first, as the board does for a credential that has expired', async () => {
    await addCredential(tenant, { externalWorkerId: 'W-2', name: 'WAH licence', expiresAt: dateInDays(-3) });
    const asked = { appliesTo: { kind: 'role', name: 'Clerk' }, credential: 'WAH licence', graceDays: 14 };
    expect((await require(asked, '?dryRun=true')).body).toMatchObject({ people: 1, lacking: 1, inGrace: 1 });
    await require(asked);
    await eventually(async () => expect(await boardLines(tenant)).toContain('Ben | ready | credential_expired 2'));
  });

  it('shows in a dry run whom it would affect, and stores nothing', async () => {
    await addCredential(tenant, { externalWorkerId: 'W-1', name: 'WAH licence', expiresAt: dateInDays(300) });
    const asked = { appliesTo: { kind: 'everyone' }, credential: 'WAH licence', graceDays: 14 };
    const { status, body } = await require(asked, '?dryRun=true');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      people: 3,
      checked: 3,
      alreadyMeet: 1,
      lacking: 2,
      inGrace: 2,
      notReady: 2,
      becomeNotReady: 2,
      becomeAtRisk: 0,
      sample: [
        { name: 'Ben', before: 'ready', after: 'not_ready' },
        { name: 'Cleo', before: 'ready', after: 'not_ready' },
      ],
    });
    expect((await tenant.admin<{ items: object[] }>('GET', '/requirements')).body.items).toEqual([]);
    const { body: made } = await require(asked);
    expect((await require(asked, '?dryRun=true')).body.code).toBe('requirement_exists');
    const milder = await tenant.admin<object>('PATCH', `/requirements/${made.id}?dryRun=true`, {
      appliesTo: { kind: 'role', name: 'Clerk' },
    });
    expect(milder.body).toMatchObject({ people: 3, alreadyMeet: 0, lacking: 1, becomeReady: 0, version: 2 });
    expect((await tenant.admin<Schemas['RequirementView']>('GET', `/requirements/${made.id}`)).body.version).toBe(1);
  });
});
