import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { auditOf } from '../factories/audit.js';
import { addCredential } from '../factories/credentials.js';
import { dateInDays } from '../factories/days.js';
import { boardLines } from '../factories/readiness.js';
import { addRequirement } from '../factories/requirements.js';
import { addWaiver } from '../factories/waivers.js';
import { addRiggersAndClerk } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { refusal } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

const CLERKS = { kind: 'role', name: 'Clerk' } as const;

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  await addRiggersAndClerk(tenant);
});

describe('a dry run of a requirement', () => {
  it('counts who has days of grace first, as the board does for a credential that has expired', async () => {
    await addCredential(tenant, { externalWorkerId: 'W-2', name: 'WAH licence', expiresAt: dateInDays(-3) });
    const asked = { appliesTo: CLERKS, credential: 'WAH licence', graceDays: 14 };
    const preview = await tenant.api.createRequirement({ body: asked, query: { dryRun: true } });
    expect(preview).toMatchObject({ people: 1, lacking: 1, inGrace: 1 });
    await addRequirement(tenant, asked);
    await eventually(async () => expect(await boardLines(tenant)).toContain('Ben | ready | credential_expired 2'));
  });

  it('shows in a dry run whom it would affect, and stores nothing', async () => {
    await addCredential(tenant, { externalWorkerId: 'W-1', name: 'WAH licence', expiresAt: dateInDays(300) });
    const asked = { appliesTo: { kind: 'everyone' as const }, credential: 'WAH licence', graceDays: 14 };
    const dryRun = (): Promise<{ status: number; body: object }> =>
      tenant.admin('POST', '/requirements?dryRun=true', asked);
    const { status, body } = await dryRun();
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
    expect((await tenant.api.listRequirements()).items).toEqual([]);
    const path = { id: (await addRequirement(tenant, asked)).id };
    expect(await dryRun()).toMatchObject(refusal(409, 'requirement_exists'));
    const milder = await tenant.api.changeRequirement({ path, query: { dryRun: true }, body: { appliesTo: CLERKS } });
    expect(milder).toMatchObject({ people: 3, alreadyMeet: 0, lacking: 1, becomeReady: 0, version: 2 });
    expect((await tenant.api.getRequirement({ path })).version).toBe(1);
  });

  it('counts those whose waiver a change ends, because it is about another topic', async () => {
    const { id } = await addRequirement(tenant, { appliesTo: CLERKS, credential: 'First Aid' });
    const { items: clerks } = await tenant.api.listWorkers({ query: { q: 'Ben' } });
    await addWaiver(tenant, { workerId: clerks[0]?.id ?? '', requirementId: id });
    const change = (credential: string, dryRun = false): Promise<object> =>
      tenant.api.changeRequirement({ path: { id }, query: { dryRun }, body: { credential } });
    const areActive = async (): Promise<boolean[]> =>
      (await tenant.api.listWaivers()).items.map(({ active }) => active);
    expect(await change('First Aid certificate', true)).toMatchObject({ lacking: 1, becomeNotReady: 0 });
    await change('First Aid certificate');
    expect(await areActive()).toEqual([true]);
    expect(await change('WAH licence', true)).toMatchObject({ lacking: 1, becomeNotReady: 1 });
    await change('WAH licence');
    expect(await areActive()).toEqual([false]);
    expect(await auditOf(tenant, { subject: id })).toMatchObject([{}, {}, { after: { endedWaivers: 1 } }]);
    await eventually(async () => expect(await boardLines(tenant)).toContain('Ben | not_ready | credential_missing 4'));
  });
});
