import { describe, expect, it } from '@jest/globals';
import { Calendar } from './calendar.js';
import { appliesTo, graceEndOf, standingOf, strictestOf, waivedUntil } from './requirements-of.js';
import { at, requirement, rules, worker } from './sample-facts.js';

const iso = (instant: number): string => new Date(instant).toISOString();

describe('a requirement', () => {
  it('applies to the people of its audience', () => {
    const applies = (audience: Parameters<typeof appliesTo>[0]['audience']): boolean =>
      appliesTo(requirement({ audience }), worker);
    expect(applies({ kind: 'everyone' })).toBe(true);
    expect(applies({ kind: 'site', id: 'north' })).toBe(true);
    expect(applies({ kind: 'site', id: 'south' })).toBe(false);
    expect(applies({ kind: 'group', id: 'crew' })).toBe(true);
    expect(applies({ kind: 'group', id: 'north' })).toBe(false);
    expect(applies({ kind: 'role', roleKey: 'rigger' })).toBe(true);
    expect(applies({ kind: 'role', roleKey: 'clerk' })).toBe(false);
  });

  it('has its days of grace from its beginning or the worker, the later one', () => {
    const graceOf = (from: string, createdAt: string, zone = 'UTC'): string =>
      iso(
        graceEndOf(
          requirement({ from: at(from), graceDays: 7 }),
          { ...worker, createdAt: at(createdAt) },
          rules({ calendar: Calendar.of(zone) }),
        ),
      );
    expect(graceOf('2026-02-01', '2026-01-01')).toBe('2026-02-08T00:00:00.000Z');
    expect(graceOf('2026-02-01', '2026-03-01T15:30:00Z')).toBe('2026-03-08T00:00:00.000Z');
    expect(graceOf('2026-02-01', '2026-03-25T23:30:00Z', 'Europe/Berlin')).toBe('2026-04-01T22:00:00.000Z');
    // Its end has no midnight.
    expect(graceOf('2026-02-01', '2026-04-17T12:00:00Z', 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z');
  });

  it('has no grace without days of grace, and takes creation times with fractions of a millisecond', () => {
    const joined = { ...worker, createdAt: at('2026-03-01T15:30:00Z') + 0.456 };
    expect(graceEndOf(requirement(), joined, rules())).toBe(joined.createdAt);
    expect(iso(graceEndOf(requirement({ graceDays: 1 }), joined, rules()))).toBe('2026-03-02T00:00:00.000Z');
  });

  const standing = (given: Parameters<typeof requirement>[0], time: string) =>
    standingOf(requirement(given), 'credential_missing', { worker, waivers: [] }, rules(), at(time));

  it('has its own severity, else that of the policy', () => {
    expect(standing({}, '2026-03-01').severity).toBe(4);
    expect(standing({ severity: 1 }, '2026-03-01').severity).toBe(1);
  });

  it('has severity 2 at most within its days of grace, and is due at their end', () => {
    expect(standing({ graceDays: 7 }, '2026-02-07T23:59:59Z')).toMatchObject({
      severity: 2,
      dueAt: at('2026-02-08'),
    });
    expect(standing({ graceDays: 7 }, '2026-02-08')).toMatchObject({ severity: 4, dueAt: Infinity });
    expect(standing({ graceDays: 1 }, '2026-02-01T23:59:59Z').severity).toBe(2);
    expect(standing({ graceDays: 0 }, '2020-01-01')).toMatchObject({ severity: 4, dueAt: Infinity });
    expect(standing({ graceDays: 7, severity: 1 }, '2026-02-02').severity).toBe(1);
  });
});

describe('the strictest of several requirements', () => {
  it('counts before one that is waived, is the most severe, and began first', () => {
    const waivers = [{ requirementId: 'waived', credentialKey: null, needId: null, until: at('2027-01-01') }];
    const standings = [
      requirement({ id: 'mild', severity: 2 }),
      requirement({ id: 'later', severity: 3, from: at('2026-02-02') }),
      requirement({ id: 'strict', severity: 3 }),
      requirement({ id: 'waived', severity: 4 }),
    ].map((one) => standingOf(one, 'credential_missing', { worker, waivers }, rules(), at('2026-03-01')));
    expect(strictestOf(standings)?.requirement.id).toBe('strict');
    expect(strictestOf(standings.slice(3))?.waivedUntil).toBe(at('2027-01-01'));
    expect(strictestOf([])).toBeUndefined();
  });
});

describe('waivers', () => {
  it('hold before their end, and the latest end counts', () => {
    const waiver = (until: string) => ({ requirementId: null, credentialKey: 'a', needId: null, until: at(until) });
    const waivers = [waiver('2026-05-01'), waiver('2026-06-01')];
    const isMeant = ({ credentialKey }: { credentialKey: string | null }): boolean => credentialKey === 'a';
    expect(waivedUntil(waivers, at('2026-04-01'), isMeant)).toBe(at('2026-06-01'));
    expect(waivedUntil(waivers, at('2026-05-31T23:59:59Z'), isMeant)).toBe(at('2026-06-01'));
    expect(waivedUntil(waivers, at('2026-06-01'), isMeant)).toBeNull();
    expect(waivedUntil(waivers, at('2026-04-01'), () => false)).toBeNull();
  });
});
