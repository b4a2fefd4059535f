import { stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { within } from './within.js';

function blockEventLoop(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

describe('a wait with a limit', () => {
  it('returns the answer, or throws its error', async () => {
    await expect(within(1_000, Promise.resolve('answer'))).resolves.toBe('answer');
    await expect(within(1_000, Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  });

  it('ends if there is no answer in time', async () => {
    await expect(within(5, new Promise(() => undefined))).rejects.toThrow('no answer within 5 ms');
  });

  it('takes an answer that arrived in time, while the event loop was blocked', async () => {
    // From here on, timers fire before answers are read.
    await setImmediate();
    const answer = within(20, stat('.'));
    blockEventLoop(60);
    expect((await answer).isDirectory()).toBe(true);
  });
});
