import { describe, expect, it } from '@jest/globals';
import { dateColumns, normalizeDayOrTime } from './day-or-time.js';

describe('a date that is given', () => {
  it('stays a day where it has no time', () => {
    expect(normalizeDayOrTime('2026-12-01')).toBe('2026-12-01');
    expect(dateColumns('2026-12-01')).toEqual({ day: '2026-12-01', time: null });
  });

  it('is an instant where it has one, midnight too', () => {
    expect(normalizeDayOrTime('2026-12-01T01:00+01:00')).toBe('2026-12-01T00:00:00.000Z');
    expect(dateColumns('2026-12-01T00:00:00.000Z')).toEqual({ day: null, time: '2026-12-01T00:00:00.000Z' });
  });

  it('may be none', () => {
    expect([normalizeDayOrTime(null), dateColumns(null)]).toEqual([null, { day: null, time: null }]);
  });
});
