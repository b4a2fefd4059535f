import { describe, expect, it } from '@jest/globals';
import { isoTime } from './iso-time.js';

describe('a timestamp of PostgreSQL', () => {
  it.each([
    ['2026-12-01 02:59:52.123456+00', '2026-12-01T02:59:52.123Z'],
    ['0001-01-01 00:00:00+00', '0001-01-01T00:00:00.000Z'],
    ['0099-12-31 23:59:59.999+00', '0099-12-31T23:59:59.999Z'],
    ['0100-01-01 00:00:00+00', '0100-01-01T00:00:00.000Z'],
    ['9999-12-31 23:59:59.999+00', '9999-12-31T23:59:59.999Z'],
    // In JSON.
    ['0001-01-02T00:00:00+00:00', '0001-01-02T00:00:00.000Z'],
  ])('is in ISO 8601: %s', (timestamp, time) => {
    expect(isoTime(timestamp)).toBe(time);
  });
});
