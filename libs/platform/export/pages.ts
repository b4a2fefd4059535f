import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseUnavailable } from '../database/index.js';
import { TooManyRequests } from '../errors/index.js';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

const MAX_ATTEMPTS = 6;
const WAIT_MS = 500;

/**
 * The pages of a list, one after the other, as the batches of an export. A page that fails because the database has
 * no capacity, or too many calls of the tenant are running, is retried for some ten seconds, because a truncated file
 * is useless. The first page is not retried: the response has not started, and is a 503 or a 429.
 */
export async function* pagesOf<Item>(
  read: (cursor: string | undefined) => Promise<Page<Item>>,
  waitMs = WAIT_MS,
): AsyncGenerator<readonly Item[]> {
  let page = await read(undefined);
  yield page.items;
  while (page.nextCursor !== null) {
    const { nextCursor } = page;
    page = await retryRead(() => read(nextCursor), waitMs);
    yield page.items;
  }
}

/** Retries a read while there is no capacity for it, like {@link pagesOf}. */
export async function retryRead<T>(read: () => Promise<T>, waitMs = WAIT_MS): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read();
    } catch (error) {
      const isTemporary = error instanceof DatabaseUnavailable || error instanceof TooManyRequests;
      if (!isTemporary || attempt === MAX_ATTEMPTS) throw error;
      await sleep(waitMs * attempt);
    }
  }
}
