import { describe, expect, it } from '@jest/globals';
import { Backoff } from './backoff.js';

describe('the backoff of a failing service', () => {
  it('pauses longer after each failure, at most ten minutes, and not at all after a success', () => {
    let now = 0;
    const backoff = new Backoff(() => now);
    const pauses = Array.from({ length: 9 }, () => {
      backoff.failed();
      return backoff.pauseMs / 1_000;
    });
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 320, 600, 600]);
    now += 599_000;
    expect(backoff.pauseMs).toBe(1_000);
    backoff.succeeded();
    expect(backoff.pauseMs).toBe(0);
    backoff.failed();
    expect(backoff.pauseMs).toBe(5_000);
  });

  it('pauses as long as the service wants, within ten minutes', () => {
    const backoff = new Backoff(() => 0);
    backoff.failed(30_000);
    expect(backoff.pauseMs).toBe(30_000);
    backoff.failed(86_400_000);
    expect(backoff.pauseMs).toBe(600_000);
  });
});
