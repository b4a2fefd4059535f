import { expect, it } from '@jest/globals';
import { SerialQueue } from './serial-queue.js';

it('runs tasks one after the other, even after one that fails', async () => {
  const line = new SerialQueue();
  const log: string[] = [];
  const task =
    (name: string, fails = false) =>
    async (): Promise<string> => {
      log.push(`${name} begins`);
      await Promise.resolve();
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const all = await Promise.allSettled([line.run(task('a')), line.run(task('b', true)), line.run(task('c'))]);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
