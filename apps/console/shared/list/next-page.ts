/** The next page of a list, which a button loads. */
export interface NextPage {
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** Why it could not be loaded. */
  readonly error: Error | null;
  readonly onLoad: () => void;
}

/** What `useInfiniteQuery` says of the next page. */
interface Paged {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly error: Error | null;
  readonly fetchNextPage: () => unknown;
}

export function nextPageOf(list: Paged): NextPage {
  return {
    hasMore: list.hasNextPage,
    isLoading: list.isFetchingNextPage,
    error: list.isFetchNextPageError ? list.error : null,
    onLoad: () => void list.fetchNextPage(),
  };
}

/** Loads the next page as a person scrolls. One that has failed is loaded again only if the person asks for it. */
export function loadAhead({ hasMore, isLoading, error, onLoad }: NextPage): void {
  if (hasMore && !isLoading && error === null) onLoad();
}
