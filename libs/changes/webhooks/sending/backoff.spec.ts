import { describe, expect, it } from '@jest/globals';
import { backoffOf, failingSince, isGivenUp, retryDelay } from './backoff.js';

describe('a failing delivery', () => {
  it('is attempted eight times within about a day', () => {
    const waits = Array.from({ length: 8 }, (_none, index) => retryDelay(index + 1, 0.5));
    expect(waits.slice(0, 3)).toEqual([10_000, 60_000, 300_000]);
    expect(waits[7]).toBeNull();
    const hours = waits.reduce<number>((sum, wait) => sum + (wait ?? 0), 0) / 3_600_000;
    expect(hours).toBeGreaterThan(22);
    expect(hours).toBeLessThan(24);
  });

  it('is retried at another moment than others that failed with it', () => {
    expect([retryDelay(2, 0), retryDelay(2, 1)]).toEqual([48_000, 72_000]);
  });
});

describe('a failing endpoint', () => {
  it('pauses longer after each failure, up to a few minutes', () => {
    expect([1, 2, 3, 4, 7, 8, 1_000].map((failures) => backoffOf(failures, 0.5))).toEqual([
      5_000, 10_000, 20_000, 40_000, 300_000, 300_000, 300_000,
    ]);
  });

  it('is given up after three days of failures, without the time over a day in which nothing was sent', () => {
    const hour = 3_600_000;
    const now = 1_000 * hour;
    const cases: ReadonlyArray<[began: number | null, lastFailed: number | null]> = [
      [null, null],
      [73, 17],
      [73, null],
      [100, 99],
      [100, 25],
    ];
    const hoursAgo = (hours: number | null): number | null => (hours === null ? null : now - hours * hour);
    expect(
      cases.map(([began, lastFailed]) => {
        const since = failingSince(hoursAgo(began), hoursAgo(lastFailed), now);
        return [(now - since) / hour, isGivenUp(since, now)];
      }),
    ).toEqual([
      [0, false],
      [73, true],
      [73, true],
      [25, false],
      [99, true],
    ]);
  });
});
