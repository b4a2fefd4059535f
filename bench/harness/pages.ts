/** A list of the admin API, which answers a page of it to a query. */
export interface Paged {
  page(query: string): Promise<{ readonly items: readonly unknown[]; readonly nextCursor: string | null }>;
}

const PAGE = 50;
const MAX_PAGE_SIZE = 200;
const PAGES_BEFORE = 99;

/**
 * The cursor of the hundredth page, reached by longer ones; of the last one where there are fewer, null if there is
 * one only.
 */
export async function hundredth(list: Paged, query: string): Promise<{ cursor: string | null; page: number }> {
  let cursor: string | null = null;
  let passed = 0;
  while (passed < PAGES_BEFORE * PAGE) {
    const limit = Math.min(MAX_PAGE_SIZE, PAGES_BEFORE * PAGE - passed);
    const { nextCursor } = await list.page(`${query}&limit=${limit}${cursor === null ? '' : `&cursor=${cursor}`}`);
    if (nextCursor === null) break;
    cursor = nextCursor;
    passed += limit;
  }
  return { cursor, page: 1 + Math.floor(passed / PAGE) };
}
