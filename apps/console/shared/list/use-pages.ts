import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type NextPage, nextPageOf } from './next-page.js';
import { distinct } from './virtual-rows.js';

interface PageOf<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
}

/** A list of the engine, page by page. */
export interface Pages<Row> {
  readonly rows: readonly Row[];
  readonly isLoading: boolean;
  /** True: the rows are those of other filters, until those of the present ones are read. */
  readonly isOutdated: boolean;
  /** Why the list could not be read; null: it could. */
  readonly error: Error | null;
  readonly more: NextPage;
  readonly retry: () => void;
}

/**
 * Reads a list as far as the person wants to see it.
 * @param key names the list and its filters for the cache
 */
export function usePages<Row extends { readonly id: string }>(
  key: readonly unknown[],
  read: (page: { readonly cursor?: string; readonly limit: number }, signal: AbortSignal) => Promise<PageOf<Row>>,
  limit = 50,
): Pages<Row> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read({ limit, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    // A list that is opened again shows its rows, and is read: what was done on another page may have changed it.
    staleTime: 0,
  });
  const { data, error, isPending, isPlaceholderData, isFetchNextPageError, refetch } = query;
  const rows = useMemo(() => distinct(data?.pages.flatMap(({ items }) => items) ?? [], ({ id }) => id), [data]);
  return {
    rows,
    isLoading: isPending,
    isOutdated: isPlaceholderData,
    error: isFetchNextPageError ? null : error,
    more: nextPageOf(query),
    retry: () => void refetch(),
  };
}
