import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { TooManyRequests } from '../errors/index.js';
import { FairSemaphore } from './fair-semaphore.js';

const LIMITS = { what: 'calls of this tenant', total: 3, perKey: 2, waitingPerKey: 3, waitMs: 50 };

/** Work that ends when the test says so, in the order in which it was started. */
class Work {
  readonly started: string[] = [];
  private readonly ends: Array<() => void> = [];

  in(semaphore: FairSemaphore, key: string): Promise<string> {
    return semaphore.run(key, () => {
      this.started.push(key);
      return new Promise((resolve) => this.ends.push(() => resolve(key)));
    });
  }

  async end(index: number): Promise<void> {
    this.ends[index]?.();
    await sleep(0);
  }
}

describe('a semaphore', () => {
  it('allows each key its share at once, and all together no more than the total', async () => {
    const [semaphore, work] = [new FairSemaphore({ ...LIMITS, waitMs: 5_000 }), new Work()];
    const all = ['a', 'a', 'a', 'b', 'b', 'c'].map((key) => work.in(semaphore, key));
    await sleep(0);
    expect(work.started).toEqual(['a', 'a', 'b']);
    for (let index = 0; index < all.length; index++) await work.end(index);
    expect(await Promise.all(all)).toEqual(['a', 'a', 'a', 'b', 'b', 'c']);
  });

  it('gives a free place to the keys in turn, however many of one wait', async () => {
    const [semaphore, work] = [new FairSemaphore({ ...LIMITS, total: 1, perKey: 1, waitMs: 5_000 }), new Work()];
    const all = ['a', 'a', 'a', 'b', 'c', 'b'].map((key) => work.in(semaphore, key));
    for (let index = 0; index < all.length; index++) {
      await sleep(0);
      await work.end(index);
    }
    await Promise.all(all);
    expect(work.started).toEqual(['a', 'b', 'c', 'a', 'b', 'a']);
  });

  it('refuses a key with too much queued work at once, and queued work when its time is over', async () => {
    const [semaphore, work] = [new FairSemaphore(LIMITS), new Work()];
    const running = [work.in(semaphore, 'a'), work.in(semaphore, 'a')];
    const waiting = ['a', 'a', 'a'].map((key) => work.in(semaphore, key));
    await expect(work.in(semaphore, 'a')).rejects.toMatchObject({
      code: 'rate_limited',
      detail: 'too many calls of this tenant are under way: try again in a moment',
    });
    for (const { status, ...refused } of await Promise.allSettled(waiting))
      expect([status, refused]).toMatchObject(['rejected', { reason: expect.any(TooManyRequests) }]);
    await Promise.all([work.end(0), work.end(1)]);
    await Promise.all(running);
    expect(work.started).toEqual(['a', 'a']);
  });

  it('is unavailable if no work ends, long before the time to wait is over', async () => {
    const [semaphore, work] = [new FairSemaphore({ ...LIMITS, total: 1, waitMs: 60_000, stalledMs: 100 }), new Work()];
    const running = [work.in(semaphore, 'a'), work.in(semaphore, 'b')];
    await sleep(70);
    await work.end(0);
    const waiting = work.in(semaphore, 'c');
    await sleep(70);
    expect(work.started).toEqual(['a', 'b']);
    await expect(waiting).rejects.toMatchObject({ code: 'unavailable' });
    await work.end(1);
    expect(await Promise.all(running)).toEqual(['a', 'b']);
  });

  it('reserves places for keys that have none, however much work of a few keys hangs', async () => {
    const [semaphore, work] = [
      new FairSemaphore({ ...LIMITS, total: 4, perKey: 4, reserved: 2, waitMs: 5_000 }),
      new Work(),
    ];
    const all = ['a', 'a', 'a', 'a', 'b', 'b', 'c'].map((key) => work.in(semaphore, key));
    await sleep(0);
    expect(work.started).toEqual(['a', 'a', 'b', 'c']);
    for (let index = 0; index < all.length; index++) await work.end(index);
    await Promise.all(all);
  });

  it('limits the total wait of a request, and starts nothing for a disconnected client', async () => {
    const [semaphore, work] = [new FairSemaphore({ ...LIMITS, total: 1, waitMs: 60_000 }), new Work()];
    const running = work.in(semaphore, 'a');
    let isGone = false;
    const waitBudget = { leftMs: 10_000, isGone: () => isGone };
    const waiting = semaphore.run('b', async () => 'never', waitBudget);
    const impatient = semaphore.run('c', async () => 'never', { leftMs: 0, isGone: () => false });
    isGone = true;
    await expect(waiting).rejects.toMatchObject({ code: 'unavailable' });
    await expect(impatient).rejects.toMatchObject({ code: 'rate_limited' });
    await work.end(0);
    await running;
  });

  it('frees the place of work that fails, and runs work started inside other work within its place', async () => {
    const semaphore = new FairSemaphore({ ...LIMITS, total: 1, perKey: 1 });
    await expect(semaphore.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await semaphore.run('a', () => semaphore.run('a', async () => 'inner'))).toBe('inner');
  });
});
