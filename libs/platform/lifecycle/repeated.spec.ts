import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Repeated } from './repeated.js';

describe('repeated work', () => {
  it('is done again after it failed, never twice at a time, and not after it was stopped', async () => {
    const told: string[] = [];
    let done = 0;
    let atOnce = 0;
    const third = Promise.withResolvers<void>();
    const repeated = new Repeated(1, async () => {
      atOnce++;
      await sleep(1);
      expect(atOnce).toBe(1);
      atOnce--;
      done++;
      if (done === 1) throw new Error('once');
      if (done === 3) third.resolve();
    }, (error) => told.push(String(error)));
    repeated.start();
    await third.promise;
    await repeated.stop();
    const doneWhenStopped = done;
    await sleep(10);
    expect([done, told]).toEqual([doneWhenStopped, ['Error: once']]);
  });

  it('is waited for when it is stopped', async () => {
    const begun = Promise.withResolvers<void>();
    let ended = false;
    const repeated = new Repeated(1, async () => {
      begun.resolve();
      await sleep(10);
      ended = true;
    }, () => undefined);
    repeated.start();
    await begun.promise;
    await repeated.stop();
    expect(ended).toBe(true);
  });
});
