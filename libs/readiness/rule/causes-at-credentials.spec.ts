import { describe, expect, it } from '@jest/globals';
import { Calendar } from './calendar.js';
import { causesAt } from './causes-at.js';
import type { Rules } from './facts.js';
import { causesOf, waiver } from './sample-causes.js';
import { at, credential, facts, requirement, rules } from './sample-facts.js';

describe('a credential', () => {
  // Its last day is 1 December.
  const held = { credentials: [credential({ expiresAt: at('2026-12-02') })] };

  it('is expiring within the window, and expired after its last day', () => {
    expect(causesOf(held, {}, '2026-10-31T23:59:59Z')).toEqual([]);
    expect(causesOf(held, {}, '2026-11-01')).toEqual(['credential_expiring 3']);
    expect(causesOf(held, {}, '2026-12-01T23:59:59.999Z')).toEqual(['credential_expiring 3']);
    expect(causesOf(held, {}, '2026-12-02')).toEqual(['credential_expired 4']);
  });

  it('ends at its instant, where it is given as one', () => {
    const midday = { credentials: [credential({ expiresAt: at('2026-12-01T12:00:00Z') })] };
    expect(causesOf(midday, {}, '2026-11-01')).toEqual(['credential_expiring 3']);
    expect(causesOf(midday, {}, '2026-12-01T11:59:59Z')).toEqual(['credential_expiring 3']);
    expect(causesOf(midday, {}, '2026-12-01T12:00:00Z')).toEqual(['credential_expired 4']);
  });

  it('has days in the time zone of the tenant', () => {
    const calendar = Calendar.of('America/Santiago');
    const lastDay = { credentials: [credential({ expiresAt: calendar.endOf('2026-09-05') })] };
    expect(causesOf(lastDay, { calendar }, '2026-09-06T03:59:59Z')).toEqual(['credential_expiring 3']);
    expect(causesOf(lastDay, { calendar }, '2026-09-06T04:00:00Z')).toEqual(['credential_expired 4']);
  });

  it('is expiring only on its last day where the window is empty, and never without an end', () => {
    expect(causesOf(held, { expiringWithinDays: 0 }, '2026-11-30T23:59:59Z')).toEqual([]);
    expect(causesOf(held, { expiringWithinDays: 0 }, '2026-12-01')).toEqual(['credential_expiring 3']);
    expect(causesOf({ credentials: [credential()] }, {}, '2099-01-01')).toEqual([]);
  });

  it('that a requirement names has its severity where it is expired, and the lower one where it is expiring', () => {
    const of = (severity: 1 | 2 | 3 | 4): Partial<Rules> => ({ requirements: [requirement({ severity })] });
    expect(causesOf(held, of(2), '2026-12-02')).toEqual(['credential_expired 2']);
    expect(causesOf(held, of(2), '2026-11-01')).toEqual(['credential_expiring 2']);
    expect(causesOf(held, of(4), '2026-11-01')).toEqual(['credential_expiring 3']);
    const several = [requirement({ severity: 1 }), requirement({ id: 'requirement-2', severity: 3 })];
    expect(causesOf(held, { requirements: several }, '2026-12-02')).toEqual(['credential_expired 3']);
  });

  it('that was held and ran out is expired, and never missing', () => {
    expect(causesOf(held, { requirements: [requirement()] }, '2027-06-01')).toEqual(['credential_expired 4']);
  });

  it('that is waived, by its name or by the requirement, is listed until the waiver ends', () => {
    const tenant = { requirements: [requirement()] };
    for (const named of [{ credentialKey: 'wah licence' }, { requirementId: 'requirement-1' }]) {
      const waived = { ...held, waivers: [waiver(named, '2027-01-01')] };
      expect(causesOf(waived, tenant, '2026-12-31T23:59:59Z')).toEqual(['credential_expired 4 waived']);
      expect(causesOf(waived, tenant, '2027-01-01')).toEqual(['credential_expired 4']);
      const missing = { waivers: waived.waivers };
      expect(causesOf(missing, tenant, '2026-12-31T23:59:59Z')).toEqual(['credential_missing 4 waived']);
    }
    for (const [byName, byRequirement] of [
      ['2027-02-01', '2027-01-01'],
      ['2027-01-01', '2027-02-01'],
    ] as const) {
      const waivers = [
        waiver({ credentialKey: 'wah licence' }, byName),
        waiver({ requirementId: 'requirement-1' }, byRequirement),
      ];
      const [cause] = causesAt(facts({ ...held, waivers }), rules(tenant), at('2026-12-31'));
      expect(cause?.waivedUntil).toBe(at('2027-02-01'));
    }
  });
});
