import {
  type InfiniteData,
  type QueryKey,
  infiniteQueryOptions,
  useInfiniteQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Schemas } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { type NextPage, nextPageOf } from '../../../shared/list/next-page.js';
import { distinct } from '../../../shared/list/virtual-rows.js';
import { type NeedsSearch, filtersOf } from '../search/needs-search.js';

export type Need = Schemas['NeedView'];
export type NeedStatus = Need['status'];
export type NeedPages = InfiniteData<Schemas['NeedPage']>;

const PAGE = 100;
/** Data that was prefetched while the page loaded is not read again within this time, unless needs have changed. */
const JUST_READ_MS = 2_000;

export function needsQuery(search: NeedsSearch) {
  const query = { ...filtersOf(search), sort: search.sort ?? 'severity' };
  return infiniteQueryOptions({
    queryKey: ['needs', 'list', query],
    queryFn: ({ pageParam, signal }) =>
      engine.listNeeds({
        query: { ...query, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }: Schemas['NeedPage']) => nextCursor,
    // Rows stay where they are until the person asks: live changes are merged by useLiveNeeds.
    staleTime: Infinity,
    gcTime: 60_000,
    refetchOnReconnect: false,
    refetchOnMount: ({ state: { dataUpdatedAt, isInvalidated } }) =>
      !isInvalidated && Date.now() - dataUpdatedAt < JUST_READ_MS ? false : 'always',
  });
}

export interface NeedsList {
  readonly rows: readonly Need[];
  readonly status: 'pending' | 'error' | 'success';
  readonly error: unknown;
  readonly more: NextPage;
  readonly refresh: () => void;
}

export function useNeedsList(search: NeedsSearch): NeedsList {
  const options = needsQuery(search);
  const client = useQueryClient();
  const query = useInfiniteQuery(options);
  const { data, status, error, refetch } = query;
  const rows = useMemo(() => distinct(data?.pages.flatMap(({ items }) => items) ?? [], ({ id }) => id), [data]);
  return {
    rows,
    status,
    error,
    more: nextPageOf(query),
    refresh: () => {
      // Only the first page, because a person who refreshes the list wants to see its top.
      client.setQueryData(options.queryKey, firstPage);
      void refetch();
    },
  };
}

function firstPage(data: NeedPages | undefined): NeedPages | undefined {
  return data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) };
}

/** Whether a list, by its key, shows needs with a status. */
export function showsStatus([, , query]: QueryKey, status: NeedStatus): boolean {
  return (
    typeof query === 'object' &&
    query !== null &&
    'status' in query &&
    Array.isArray(query.status) &&
    query.status.includes(status)
  );
}

/** Replaces each row of a list by the result of `change`; null removes the row. */
export function changeRows(data: NeedPages | undefined, change: (need: Need) => Need | null): NeedPages | undefined {
  return (
    data && {
      ...data,
      pages: data.pages.map((page) => ({
        ...page,
        items: page.items.map(change).filter((need): need is Need => need !== null),
      })),
    }
  );
}
