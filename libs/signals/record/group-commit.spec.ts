import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GroupCommit, QueueFull } from './group-commit.js';
import { commits, settled } from './sample-store.js';

/** The key of a numbered item: three tenants, one of which sends half of all items. */
const keyOf = (item: number): string => ['a', 'b', 'a', 'c'][item % 4] ?? '';

/** The options of the items of one tenant. */
const ONE = { key: 'a tenant' } as const;

describe('group commit', () => {
  it('writes at once if no write is running', async () => {
    const { store, group } = commits();
    const written = group.submit('a', ONE);
    await nextTurn();
    expect(store.batches).toEqual([['a']]);
    await store.answer(0);
    await expect(written).resolves.toBe('a written');
  });

  it('writes the items of one turn of the event loop together', async () => {
    const { store, group } = commits();
    const written = Promise.all(['a', 'b', 'c'].map((item) => group.submit(item, ONE)));
    await settled();
    expect(store.batches).toEqual([['a', 'b', 'c']]);
    await store.answer(0);
    await expect(written).resolves.toEqual(['a written', 'b written', 'c written']);
  });

  it('collects items during a write, and writes them together when it ends', async () => {
    const { store, group } = commits();
    const written = [group.submit('a', ONE)];
    await settled();
    for (const item of ['b', 'c', 'd']) {
      written.push(group.submit(item, ONE));
      await settled();
    }
    expect(store.batches).toEqual([['a']]);
    await store.answer(0);
    expect(store.batches).toEqual([['a'], ['b', 'c', 'd']]);
    await store.answer(1);
    await expect(Promise.all(written)).resolves.toEqual(['a written', 'b written', 'c written', 'd written']);
  });

  it('writes no batch larger than its limit, and the rest in order', async () => {
    const { store, group } = commits({ maxBatch: 2 });
    const written = Promise.all(['a', 'b', 'c', 'd', 'e'].map((item) => group.submit(item, ONE)));
    await settled();
    for (const batch of [0, 1, 2]) await store.answer(batch);
    expect(store.batches).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    await expect(written).resolves.toHaveLength(5);
  });

  it('has as many concurrent writes as lanes', async () => {
    const { store, group } = commits({ lanes: 2, maxBatch: 1 });
    const written = Promise.all(['a', 'b', 'c', 'd'].map((item) => group.submit(item, ONE)));
    await settled();
    expect(store.batches).toEqual([['a'], ['b']]);
    await store.answer(1);
    expect(store.batches).toEqual([['a'], ['b'], ['c']]);
    for (const batch of [0, 2, 3]) await store.answer(batch);
    await expect(written).resolves.toHaveLength(4);
  });

  it('counts waiting items by their weight', async () => {
    const { store, group } = commits({ maxBatch: 1, maxWaiting: 5 });
    const first = group.submit('a', { key: 'a', weight: 9 });
    await settled();
    const waiting = [group.submit('b', { key: 'b', weight: 4 }), group.submit('c', { key: 'c', weight: 4 })];
    await expect(group.submit('d', { key: 'd', weight: 1 })).rejects.toBeInstanceOf(QueueFull);
    await store.answer(0);
    const later = group.submit('e', { key: 'e', weight: 1 });
    for (const batch of [1, 2, 3]) await store.answer(batch);
    expect(await Promise.all([first, ...waiting, later])).toHaveLength(4);
  });

  it('refuses items while the queue is full, and accepts them when there is room', async () => {
    const { store, group } = commits({ maxWaiting: 2 });
    const first = group.submit('a', { key: 'a' });
    await settled();
    const waiting = [group.submit('b', { key: 'b' }), group.submit('c', { key: 'c' })];
    await expect(group.submit('d', { key: 'd' })).rejects.toBeInstanceOf(QueueFull);
    await store.answer(0);
    const later = group.submit('e', { key: 'e' });
    await store.answer(1);
    await store.answer(2);
    expect(await Promise.all([first, ...waiting, later])).toEqual(
      ['a', 'b', 'c', 'e'].map((item) => `${item} written`),
    );
    expect(store.batches.flat()).not.toContain('d');
  });

  it('returns its own result to each item once, within the limits of lanes and batches, in any order of events', async () => {
    const plan = fc.array(
      fc.record({ items: fc.integer({ min: 0, max: 7 }), turns: fc.integer({ min: 0, max: 3 }), fails: fc.boolean() }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(
        plan,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 5 }),
        async (steps, lanes, maxBatch) => {
          let inFlight = 0;
          let maxInFlight = 0;
          let writes = 0;
          const stored: number[] = [];
          const begun: number[] = [];
          const write = async (items: readonly number[]): Promise<number[]> => {
            const { turns = 0, fails = false } = steps[writes++ % steps.length] ?? {};
            maxInFlight = Math.max(maxInFlight, ++inFlight);
            expect(items.length).toBeLessThanOrEqual(maxBatch);
            begun.push(...items);
            for (let turn = 0; turn < turns; turn++) await nextTurn();
            inFlight--;
            if (fails) throw new Error('the write failed');
            stored.push(...items);
            return items.map((item) => item * 10);
          };
          const group = new GroupCommit(write, { lanes, maxBatch, maxWaiting: 1_000 });
          const answers: Array<Promise<number | null>> = [];
          for (const { items } of steps) {
            for (let item = 0; item < items; item++) {
              const key = keyOf(answers.length);
              answers.push(group.submit(answers.length, { key }).catch(() => null));
            }
            await nextTurn();
          }
          const results = await Promise.all(answers);
          const written = results.flatMap((result, item) => (result === null ? [] : [item]));
          expect(results.every((result, item) => result === null || result === item * 10)).toBe(true);
          expect(stored.toSorted((a, b) => a - b)).toEqual(written);
          expect(maxInFlight).toBeLessThanOrEqual(lanes);
          expect(Map.groupBy(begun, keyOf)).toEqual(
            Map.groupBy(
              begun.toSorted((a, b) => a - b),
              keyOf,
            ),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});
