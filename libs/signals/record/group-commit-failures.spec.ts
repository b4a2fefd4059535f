import { describe, expect, it } from '@jest/globals';
import { commits, settled } from './sample-store.js';

/** The options of the items of one tenant. */
const ONE = { key: 'a tenant' } as const;

describe('group commit, when a write or an item fails,', () => {
  it('continues at once after a failed write', async () => {
    const { store, group } = commits();
    const written = [group.submit('a', ONE).catch(String)];
    await settled();
    written.push(group.submit('b', ONE));
    await store.fail(0, new Error('disk full'));
    expect(store.batches).toEqual([['a'], ['b']]);
    await store.answer(1);
    await expect(Promise.all(written)).resolves.toEqual(['Error: disk full', 'b written']);
  });

  it('fails every item of a failed batch', async () => {
    const { store, group } = commits();
    const written = Promise.allSettled(['a', 'b'].map((item) => group.submit(item, ONE)));
    await settled();
    await store.fail(0, new Error('disk full'));
    expect(await written).toEqual([
      { status: 'rejected', reason: new Error('disk full') },
      { status: 'rejected', reason: new Error('disk full') },
    ]);
  });

  it('is free for the next batch while items wait for the write to which their batch has left them', async () => {
    const { store, group } = commits();
    const later = ['a', 'b'].map(() => Promise.withResolvers<string | Error>());
    const left = Promise.allSettled(['a', 'b'].map((item) => group.submit(item, ONE)));
    await settled();
    const next = group.submit('c', ONE);
    await store.answer(
      0,
      later.map(({ promise }) => promise),
    );
    await store.answer(1);
    await expect(next).resolves.toBe('c written');
    later[0]?.resolve('a written later');
    later[1]?.resolve(new Error('b is bad'));
    expect(await left).toEqual([
      { status: 'fulfilled', value: 'a written later' },
      { status: 'rejected', reason: new Error('b is bad') },
    ]);
  });

  it('fails only the item that the write refused', async () => {
    const { store, group } = commits();
    const written = Promise.allSettled(['a', 'b', 'c'].map((item) => group.submit(item, ONE)));
    await settled();
    await store.answer(0, ['a written', new Error('b is bad'), 'c written']);
    expect(await written).toEqual([
      { status: 'fulfilled', value: 'a written' },
      { status: 'rejected', reason: new Error('b is bad') },
      { status: 'fulfilled', value: 'c written' },
    ]);
  });

  it('fails an item without a result', async () => {
    const { store, group } = commits();
    const written = Promise.allSettled(['a', 'b'].map((item) => group.submit(item, ONE)));
    await settled();
    await store.answer(0, ['a written']);
    expect((await written).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });
});
