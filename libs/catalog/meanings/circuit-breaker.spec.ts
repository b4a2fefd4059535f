import { describe, expect, it } from '@jest/globals';
import { CircuitBreaker } from './circuit-breaker.js';

describe('a circuit breaker', () => {
  it('pauses longer after each failure, at most ten minutes, and not at all after a success', () => {
    let now = 0;
    const breaker = new CircuitBreaker(() => now);
    const pauses = Array.from({ length: 9 }, () => {
      breaker.failed();
      return breaker.pauseMs / 1_000;
    });
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 320, 600, 600]);
    now += 599_000;
    expect(breaker.pauseMs).toBe(1_000);
    breaker.succeeded();
    expect(breaker.pauseMs).toBe(0);
    breaker.failed();
    expect(breaker.pauseMs).toBe(5_000);
  });

  it('pauses as long as the service wants, within ten minutes', () => {
    const breaker = new CircuitBreaker(() => 0);
    breaker.failed(30_000);
    expect(breaker.pauseMs).toBe(30_000);
    breaker.failed(86_400_000);
    expect(breaker.pauseMs).toBe(600_000);
  });
});
