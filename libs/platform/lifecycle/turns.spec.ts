import { describe, expect, it } from '@jest/globals';
import { nextTurn, turnIsOver } from './turns.js';

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
    if (turnIsOver()) await nextTurn();
  }
}

/** The longest time for which a timer had to wait while something ran, in milliseconds. */
async function longestGap(run: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  await run();
  clearInterval(timer);
  return Math.max(longest, performance.now() - last);
}

describe('work in turns', () => {
  it('lets timers run in between, however much of it there is at once', async () => {
    const gap = await longestGap(() => Promise.all(Array.from({ length: 20 }, () => take(20))));
    expect(gap).toBeLessThan(150);
  });

  it('goes on with each in its turn: what is short does not wait for what is long', async () => {
    let done = 0;
    const long = take(200, () => done++);
    await take(5);
    expect(done).toBeLessThan(100);
    await long;
    expect(done).toBe(200);
  });
});
