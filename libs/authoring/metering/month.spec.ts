import { describe, expect, it } from '@jest/globals';
import { endOfMonth, monthOf } from './month.js';

describe('the month of an allowance', () => {
  it('is the calendar month in UTC', () => {
    expect(monthOf(new Date('2026-11-30T23:59:59.999Z'))).toBe('2026-11-01');
    expect(monthOf(new Date('2026-12-01T00:00:00Z'))).toBe('2026-12-01');
  });

  it('ends where the next one begins, also over the turn of the year', () => {
    expect(endOfMonth('2026-11-01').toISOString()).toBe('2026-12-01T00:00:00.000Z');
    expect(endOfMonth('2026-12-01').toISOString()).toBe('2027-01-01T00:00:00.000Z');
  });
});
