import { describe, expect, it } from '@jest/globals';
import { mustYield, yieldToEventLoop } from './event-loop.js';

/** Milliseconds of one step. */
const STEP_MS = 2;

function work(): void {
  const until = performance.now() + STEP_MS;
  while (performance.now() < until);
}

async function take(steps: number, done: () => void = () => undefined): Promise<void> {
  for (let step = 0; step < steps; step++) {
    work();
    done();
    if (mustYield()) await yieldToEventLoop();
  }
}

describe('work that yields to the event loop', () => {
  it('lets timers run, however much work there is', async () => {
    let fired = 0;
    const timer = setInterval(() => fired++, 1);
    await Promise.all(Array.from({ length: 20 }, () => take(20)));
    clearInterval(timer);
    // 800 ms of work, in slices of 5 ms.
    expect(fired).toBeGreaterThan(30);
  });

  it('alternates between tasks: a short one does not wait for a long one', async () => {
    let done = 0;
    const long = take(200, () => done++);
    await take(5);
    expect(done).toBeLessThan(100);
    await long;
    expect(done).toBe(200);
  });
});
