import { describe, expect, it } from '@jest/globals';
import { credentialTerms, satisfies } from './credential-terms.js';

const raisedAt = new Date('2026-11-25T10:00:00Z');
/** The end of a day in UTC. */
const endOf = (day: string): Date => new Date(Date.parse(day) + 24 * 3_600 * 1_000);

describe('the credentials that close a need', () => {
  it('are all that are valid, if it is not about one that expires', () => {
    expect(
      credentialTerms({ type: 'incident', raisedAt, storedDate: null }, [{ data: { due_at: '2027-01-31' } }], endOf),
    ).toEqual({
      beyond: null,
      since: null,
    });
  });

  it('expire more than two days later than the one that it is about, of which a day lasts until its end', () => {
    const beyond = new Date('2027-02-03T00:00:00Z');
    expect(
      credentialTerms(
        { type: 'credential_expiring', raisedAt, storedDate: null },
        [{ data: { payload: { expires_at: '2027-01-31' } } }],
        endOf,
      ),
    ).toEqual({ beyond, since: null });
    expect(
      credentialTerms(
        { type: 'license_expired', raisedAt, storedDate: null },
        [{ data: {} }, { data: { valid_until: '2027-01-31' } }],
        endOf,
      ),
    ).toEqual({ beyond, since: null });
  });

  it('expire after the expiry in a signal, and not only after an earlier date by which it is to be renewed', () => {
    const latest = { data: { due_at: '2027-01-15' } };
    const earlier = { data: { due_at: '2027-01-10', payload: { expires_on: '2027-01-31' } } };
    const beyondOf = (events: object[]): Date | null =>
      credentialTerms(
        { type: 'credential_expiring', raisedAt, storedDate: null },
        events.map((event) => ({ ...event })),
        endOf,
      ).beyond;
    expect(beyondOf([earlier])).toEqual(new Date('2027-02-03T00:00:00Z'));
    expect(beyondOf([latest, earlier])).toEqual(new Date('2027-02-03T00:00:00Z'));
    expect(beyondOf([latest])).toEqual(new Date('2027-01-18T00:00:00Z'));
    const renewed = { data: { expires_at: '2027-06-30T12:00:00Z' } };
    expect(beyondOf([renewed, earlier])).toEqual(new Date('2027-07-02T12:00:00Z'));
  });

  it('are none that a source dates by the beginning of their last day in UTC, wherever that day ends', () => {
    const events = [{ data: { expires_at: '2027-01-31T00:00:00Z' } }];
    const terms = credentialTerms({ type: 'credential_expiring', raisedAt, storedDate: null }, events, endOf);
    const heldUntil = (time: string) => satisfies({ expiresAt: new Date(time), updatedAt: raisedAt }, terms);
    const endInHonolulu = '2027-02-01T10:00:00Z';
    expect([heldUntil(endInHonolulu), heldUntil('2027-03-01T10:00:00Z')]).toEqual([false, true]);
  });

  it('are reported after the need if no signal has the expiry, and outlast a notice period unless the old one has expired', () => {
    expect(credentialTerms({ type: 'credential_expired', raisedAt, storedDate: null }, [{ data: {} }], endOf)).toEqual({
      beyond: null,
      since: raisedAt,
    });
    expect(credentialTerms({ type: 'credential_expiring', raisedAt, storedDate: null }, [], endOf)).toEqual({
      beyond: new Date('2027-02-23T10:00:00Z'),
      since: raisedAt,
    });
  });

  it('are stored after the need, and expire after its date, if no signal is kept that says what that date is', () => {
    const need = { type: 'credential_expired', raisedAt, storedDate: '2027-01-31' };
    expect(credentialTerms(need, [], endOf)).toEqual({ beyond: new Date('2027-02-03T00:00:00Z'), since: raisedAt });
    expect(credentialTerms(need, [{ data: {} }], endOf)).toEqual({ beyond: null, since: raisedAt });
  });

  it('are compared by their expiry and the time of their report', () => {
    const day = (number: number): Date => new Date(Date.UTC(2027, 0, number));
    expect(satisfies({ expiresAt: day(3), updatedAt: day(1) }, { beyond: day(2), since: day(1) })).toBe(true);
    expect(satisfies({ expiresAt: null, updatedAt: day(1) }, { beyond: day(2), since: null })).toBe(true);
    expect(satisfies({ expiresAt: day(2), updatedAt: day(1) }, { beyond: day(2), since: null })).toBe(false);
    expect(satisfies({ expiresAt: day(9), updatedAt: day(1) }, { beyond: null, since: day(2) })).toBe(false);
  });
});
