import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Calendar, daysBetween, isCalendarDay, plusDays } from './calendar.js';

const iso = (instant: number): string => new Date(instant).toISOString();

describe('a day', () => {
  it.each([
    ['UTC', '2026-12-01', '2026-12-01T00:00:00.000Z'],
    ['Europe/Berlin', '2026-12-01', '2026-11-30T23:00:00.000Z'],
    ['Europe/Berlin', '2026-07-01', '2026-06-30T22:00:00.000Z'],
    ['America/New_York', '2026-12-01', '2026-12-01T05:00:00.000Z'],
    ['Asia/Kolkata', '2026-12-01', '2026-11-30T18:30:00.000Z'],
    // No midnight: clocks are put forward from 0:00 to 1:00.
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z'],
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z'],
    ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z'],
    // Two midnights: clocks are put back from 1:00 to 0:00, and the first one counts.
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z'],
  ])('begins in %s on %s at %s', (zone, day, instant) => {
    const calendar = Calendar.of(zone);
    expect(iso(calendar.startOf(day))).toBe(instant);
    expect(calendar.dayOf(calendar.startOf(day))).toBe(day);
    expect(calendar.dayOf(calendar.startOf(day) - 1)).toBe(plusDays(day, -1));
  });

  it.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['Africa/Cairo', '2026-04-24', 23],
    ['America/Santiago', '2026-09-06', 23],
    ['Asia/Beirut', '2026-03-29', 23],
    ['America/Havana', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
  ])('has as many hours in %s on %s as its clocks: %d', (zone, day, hours) => {
    const calendar = Calendar.of(zone);
    expect((calendar.endOf(day) - calendar.startOf(day)) / 3_600_000).toBe(hours);
  });

  it('ends where the next one begins, in any zone and at any time', () => {
    const zones = ['UTC', 'Africa/Cairo', 'America/Santiago', 'Asia/Beirut', 'Pacific/Kiritimati', 'America/Havana'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2050-01-01') }),
        (zone, instant) => {
          const calendar = Calendar.of(zone);
          const day = calendar.dayOf(instant);
          expect(calendar.startOf(day)).toBeLessThanOrEqual(instant);
          expect(calendar.endOf(day)).toBeGreaterThan(instant);
          expect(calendar.lastDayBefore(calendar.endOf(day))).toBe(day);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("holds the fractions of a millisecond that PostgreSQL's instants have", () => {
    const calendar = Calendar.of('UTC');
    expect(calendar.dayOf(Date.parse('2026-12-01') - 0.25)).toBe('2026-11-30');
    expect(calendar.dayOf(Date.parse('2026-12-01') + 0.25)).toBe('2026-12-01');
  });

  it('is counted on over months, years and the end of the calendar', () => {
    expect(plusDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(plusDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(plusDays('2027-01-01', -1)).toBe('2026-12-31');
    expect(plusDays('9999-12-31', 1)).toBe('+010000-01-01');
    expect(plusDays(plusDays('9999-12-31', 400), -400)).toBe('9999-12-31');
    expect(iso(Calendar.of('UTC').endOf('9999-12-31'))).toBe('+010000-01-01T00:00:00.000Z');
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-12-01', '2026-11-19')).toBe(-12);
  });

  it('is distinguished from an instant', () => {
    expect(['2026-12-01', '2028-02-29', '0001-01-01'].filter(isCalendarDay)).toHaveLength(3);
    expect(
      ['2026-2-1', '2027-02-29', '2026-12-01T00:00:00Z', '0000-01-01', '', null, 20261201].filter(isCalendarDay),
    ).toEqual([]);
  });
});
