import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { auditOf } from '../factories/audit.js';
import { addCredential } from '../factories/credentials.js';
import { dateInDays } from '../factories/days.js';
import { addOnboardingStep } from '../factories/onboarding.js';
import { boardLines } from '../factories/readiness.js';
import { addWorker } from '../factories/workers.js';
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
});

const put = (body: object, headers?: Record<string, string>) =>
  tenant.admin<Schemas['ReadinessPolicyView'] & Schemas['Problem']>('PUT', '/readiness/policy', body, headers);

describe('the readiness policy', () => {
  it('has defaults until somebody changes it', async () => {
    const { body, headers } = await tenant.admin<Schemas['ReadinessPolicyView']>('GET', '/readiness/policy');
    expect(body).toEqual({
      timeZone: 'UTC',
      expiringWithinDays: 30,
      severities: {
        credential_expired: 4,
        credential_expiring: 3,
        credential_missing: 4,
        training_missing: 3,
        onboarding_open: 3,
        assignment_overdue: 3,
      },
      version: 0,
    });
    expect(headers.get('etag')).toBe('"0"');
  });

  it('keeps the severities of kinds that a change leaves out, and is audited', async () => {
    await put({ timeZone: 'Europe/Berlin', expiringWithinDays: 14, severities: { onboarding_open: 1 } });
    const { body } = await put({ severities: { credential_missing: 2 } });
    expect(body).toMatchObject({ timeZone: 'Europe/Berlin', expiringWithinDays: 14, version: 2 });
    expect(body.severities).toMatchObject({ onboarding_open: 1, credential_missing: 2, credential_expired: 4 });
    expect((await tenant.admin<Schemas['ReadinessPolicyView']>('GET', '/readiness/policy')).body).toEqual(body);
    expect(await auditOf(tenant, { action: 'readiness_policy.replaced' })).toHaveLength(2);
    // The same again changes nothing.
    expect((await put({ severities: { credential_missing: 2 } })).body.version).toBe(2);
  });

  it('changes the board', async () => {
    await addWorker(tenant, { externalWorkerId: 'W-1', name: 'Ada' });
    await addOnboardingStep(tenant, { externalWorkerId: 'W-1', step: 'Sign the policy' });
    await addCredential(tenant, { externalWorkerId: 'W-1', name: 'Forklift licence', expiresAt: dateInDays(40) });
    await eventually(async () => expect(await boardLines(tenant)).toEqual(['Ada | at_risk | onboarding_open 3']));
    const { status } = await put({
      expiringWithinDays: 60,
      severities: { onboarding_open: 2, credential_expiring: 4 },
    });
    expect(status).toBe(200);
    await eventually(async () =>
      expect(await boardLines(tenant)).toEqual(['Ada | not_ready | credential_expiring 4 | onboarding_open 2']),
    );
  });

  it.each([
    [{ timeZone: 'Mars/Base' }, 'timeZone', 'IANA'],
    [{ timeZone: '+01:00' }, 'timeZone', 'IANA'],
    [{ expiringWithinDays: -1 }, 'expiringWithinDays', 'less than 0'],
    [{ severities: { need: 2 } }, 'severities.need', 'is not a field of this request'],
    [{ severities: { credential_expired: 5 } }, 'severities.credential_expired', 'greater than 4'],
    [{ severities: { credential_expired: null } }, 'severities.credential_expired', 'must not be null'],
    [{ severities: [] }, 'severities', 'object'],
    [{ zone: 'UTC' }, 'zone', 'is not a field of this request'],
  ])('is not changed by %j', async (body, field, rule) => {
    const { status, body: problem } = await put(body);
    expect(status).toBe(422);
    expect(problem.errors).toContainEqual({ field, message: expect.stringContaining(rule) });
    expect((await tenant.admin<Schemas['ReadinessPolicyView']>('GET', '/readiness/policy')).body.version).toBe(0);
  });

  it('is not changed over a version that somebody else has changed', async () => {
    await put({ expiringWithinDays: 10 });
    expect((await put({ expiringWithinDays: 20 }, { 'if-match': '"0"' })).body.code).toBe('stale');
    expect((await put({ expiringWithinDays: 20 }, { 'if-match': '"1"' })).status).toBe(200);
  });
});
