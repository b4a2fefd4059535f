import { describe, expect, it } from '@jest/globals';
import { retryAfterMs } from './retry-after.js';

describe('the wait that Retry-After asks for', () => {
  it('is a number of seconds, or lasts until a date', () => {
    expect(retryAfterMs(' 120 ')).toBe(120_000);
    const wait = retryAfterMs(new Date(Date.now() + 60_000).toUTCString());
    expect([wait > 58_000, wait <= 60_000]).toEqual([true, true]);
  });

  it.each([null, undefined, '', '0', '-5', 'soon', 'Wed, 21 Oct 2015 07:28:00 GMT', '9'.repeat(400)])(
    'is none in %j',
    (header) => {
      expect(retryAfterMs(header)).toBe(0);
    },
  );
});
