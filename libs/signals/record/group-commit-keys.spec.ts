import { describe, expect, it } from '@jest/globals';
import { QueueFull } from './group-commit.js';
import { commits, settled } from './sample-store.js';

/**
 * Returns the batches that one lane writes if all items are submitted before the first write.
 * @param items each consists of the letter of its key and the digit of its weight
 */
async function batchesOf(items: readonly string[], options: Parameters<typeof commits>[0]): Promise<string[]> {
  const { store, group } = commits(options);
  const written = Promise.all(
    items.map((item) => group.submit(item, { key: item.charAt(0), weight: Number(item.charAt(1)) })),
  );
  await settled();
  for (let batch = 0; batch < store.batches.length; batch++) await store.answer(batch);
  expect(await written).toEqual(items.map((item) => `${item} written`));
  return store.batches.map((batch) => batch.join(' '));
}

describe('group commit for several keys', () => {
  it('writes one item of each key in turn, and the items of a key in order', async () => {
    expect(await batchesOf(['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1'], {})).toEqual(['a1 b1 c1 a2 b2 a3 a4']);
  });

  it('starts the next batch with the key whose turn it is', async () => {
    expect(await batchesOf(['a1', 'a2', 'a3', 'b1', 'b2', 'c1'], { maxBatch: 2 })).toEqual(['a1 b1', 'c1 a2', 'b2 a3']);
  });

  it('writes sets of each key in turn, one per batch', async () => {
    expect(await batchesOf(['a1', 'a2', 'a3', 'b1'], { maxBatch: 1 })).toEqual(['a1', 'b1', 'a2', 'a3']);
  });

  it('writes no batch heavier than its limit', async () => {
    expect(await batchesOf(['a4', 'b4', 'a2', 'b1', 'c3'], { maxBatchWeight: 8 })).toEqual(['a4 b4', 'c3 a2 b1']);
  });

  it('writes an item alone that is heavier than the limit of a batch', async () => {
    expect(await batchesOf(['a1', 'b9', 'c1'], { maxBatchWeight: 8 })).toEqual(['a1', 'b9', 'c1']);
  });

  it('writes a later item before most of the waiting items of another key', async () => {
    const { store, group } = commits({ maxBatch: 2 });
    const written = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'].map((item) => group.submit(item, { key: 'a' }));
    await settled();
    written.push(group.submit('b1', { key: 'b' }));
    for (let batch = 0; batch < 4; batch++) await store.answer(batch);
    expect(store.batches).toEqual([['a1', 'a2'], ['a3', 'b1'], ['a4', 'a5'], ['a6']]);
    await expect(Promise.all(written)).resolves.toHaveLength(7);
  });

  it('allows one key a quarter of the queue, and accepts the items of others', async () => {
    const { store, group } = commits({ maxBatch: 1, maxWaiting: 8 });
    const written = [group.submit('a0', { key: 'a' })];
    await settled();
    written.push(group.submit('a1', { key: 'a' }), group.submit('a2', { key: 'a' }));
    await expect(group.submit('a3', { key: 'a' })).rejects.toBeInstanceOf(QueueFull);
    written.push(group.submit('b1', { key: 'b' }));
    await store.answer(0);
    written.push(group.submit('a4', { key: 'a' }));
    await expect(group.submit('a5', { key: 'a' })).rejects.toBeInstanceOf(QueueFull);
    for (let batch = 1; batch < written.length; batch++) await store.answer(batch);
    const stored = ['a0', 'a1', 'a2', 'b1', 'a4'].map((item) => `${item} written`);
    await expect(Promise.all(written)).resolves.toEqual(stored);
  });

  it('refuses every key when all together fill the queue', async () => {
    const { store, group } = commits({ maxWaiting: 8 });
    const first = group.submit('z', { key: 'z' });
    await settled();
    const items = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'd1', 'd2'];
    const waiting = items.map((item) => group.submit(item, { key: item.charAt(0) }));
    await expect(group.submit('e1', { key: 'e' })).rejects.toBeInstanceOf(QueueFull);
    await store.answer(0);
    await store.answer(1);
    await expect(Promise.all([first, ...waiting])).resolves.toHaveLength(9);
  });

  it('accepts an item that is heavier than the share of its key, but no second one', async () => {
    const { store, group } = commits({ maxWaiting: 8 });
    const first = group.submit('a1', { key: 'a', weight: 5 });
    await expect(group.submit('a2', { key: 'a' })).rejects.toBeInstanceOf(QueueFull);
    await settled();
    const later = group.submit('a3', { key: 'a', weight: 5 });
    await store.answer(0);
    await store.answer(1);
    await expect(Promise.all([first, later])).resolves.toEqual(['a1 written', 'a3 written']);
  });
});
