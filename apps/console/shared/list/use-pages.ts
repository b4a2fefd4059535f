import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

interface PageOf<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
}

/** A list of the engine, page by page. */
export interface Pages<Row> {
  readonly rows: readonly Row[];
  readonly isLoading: boolean;
  /** Why the list could not be read; null: it could. */
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly isReadingMore: boolean;
  readonly readMore: () => void;
  readonly retry: () => void;
}

/**
 * Reads a list as far as the person wants to see it.
 * @param key names the list and its filters for the cache
 */
export function usePages<Row>(
  key: readonly unknown[],
  read: (page: { readonly cursor?: string; readonly limit: number }, signal: AbortSignal) => Promise<PageOf<Row>>,
  limit = 50,
): Pages<Row> {
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read({ limit, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
  return {
    rows: data?.pages.flatMap(({ items }) => items) ?? [],
    isLoading: isPending,
    error,
    hasMore: hasNextPage,
    isReadingMore: isFetchingNextPage,
    readMore: () => void fetchNextPage(),
    retry: () => void refetch(),
  };
}
