import { describe, expect, it } from '@jest/globals';
import { PeriodicTask } from './periodic-task.js';

class Counting extends PeriodicTask {
  begun = 0;
  ended = 0;

  constructor(private readonly work: (stopping: AbortSignal) => Promise<number>) {
    super('counting', 1);
  }

  protected async run(stopping: AbortSignal): Promise<number> {
    this.begun++;
    const next = await this.work(stopping);
    this.ended++;
    return next;
  }

  async reach(begun: number): Promise<void> {
    while (this.begun < begun) await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('work in rounds', () => {
  it('continues after a failed run', async () => {
    const rounds = new Counting(async () => {
      if (rounds.begun === 1) throw new Error('once');
      return 60_000;
    });
    Reflect.set(rounds, 'log', { warn: () => undefined });
    rounds.onApplicationBootstrap();
    await rounds.reach(2);
    await rounds.onModuleDestroy();
    expect(rounds.ended).toBe(1);
  });

  it('stops after the current run, and starts no other', async () => {
    const rounds = new Counting(
      (stopping) => new Promise((resolve) => stopping.addEventListener('abort', () => setImmediate(() => resolve(0)))),
    );
    rounds.onApplicationBootstrap();
    await rounds.reach(1);
    await rounds.onModuleDestroy();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([rounds.begun, rounds.ended]).toEqual([1, 1]);
  });
});
