/** One page of a list, as every list answers it. */
interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/**
 * All items of a list, page after page, each page asked for when the one before is used up.
 *
 *     for await (const need of each((page) => client.listNeeds({ query: { status: ['open'], ...page } }))) …
 *
 * @param pageAt asks for the page at a cursor, which the first page has none of
 */
export async function* each<Item>(
  pageAt: (page: { cursor?: string }) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await pageAt(cursor === null ? {} : { cursor });
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor !== null);
}
