import { describe, expect, it } from '@jest/globals';
import { DatabaseUnavailable } from '../database/index.js';
import { TooManyRequests } from '../errors/index.js';
import { pagesOf } from './pages.js';

/** Three pages; the reads with the given numbers fail. */
function list(failing: ReadonlyMap<number, Error>): {
  read: (cursor: string | undefined) => Promise<{ items: string[]; nextCursor: string | null }>;
  reads: () => number;
} {
  let reads = 0;
  return {
    reads: () => reads,
    read: async (cursor) => {
      const error = failing.get(++reads);
      if (error !== undefined) throw error;
      const page = Number(cursor ?? 1);
      return { items: [`item ${page}`], nextCursor: page < 3 ? String(page + 1) : null };
    },
  };
}

async function gathered<Page>(pages: AsyncIterable<Page>): Promise<Page[]> {
  const all: Page[] = [];
  for await (const page of pages) all.push(page);
  return all;
}

const away = new DatabaseUnavailable('no connection in time');
const all = async (failing: ReadonlyMap<number, Error>): Promise<readonly string[]> =>
  (await gathered(pagesOf(list(failing).read, 0))).flat();

describe('the pages of an export', () => {
  it('are read one after the other, on demand', async () => {
    const { read, reads } = list(new Map());
    const pages = pagesOf(read, 0);
    expect([(await pages.next()).value, reads()]).toEqual([['item 1'], 1]);
    expect((await gathered(pages)).flat()).toEqual(['item 2', 'item 3']);
  });

  it('are read again if the database or the tenant has no capacity, so that no file is truncated', async () => {
    expect(
      await all(
        new Map([
          [2, away],
          [3, new TooManyRequests('too many calls', 1)],
          [5, away],
        ]),
      ),
    ).toEqual(['item 1', 'item 2', 'item 3']);
  });

  it('fail after some attempts, at once for other errors, and at once before the file starts', async () => {
    await expect(all(new Map([2, 3, 4, 5, 6, 7].map((nth) => [nth, away])))).rejects.toBe(away);
    await expect(all(new Map([[2, new Error('wrong')]]))).rejects.toThrow('wrong');
    await expect(all(new Map([[1, away]]))).rejects.toBe(away);
  });
});
