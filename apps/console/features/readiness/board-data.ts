import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Schemas } from '#client';
import { engine } from '../../shared/api/engine.js';
import { type ReadinessSearch, filtersOf } from './readiness-search.js';

export type ReadinessRow = Schemas['ReadinessRow'];
export type Reason = Schemas['Reason'];
export type Summary = Schemas['SummaryView'];

const PAGE = 100;

/** The numbers of the board. The previous ones stay until those of the new day or filters are loaded. */
export function summaryQuery(search: ReadinessSearch) {
  const query = filtersOf(search);
  return queryOptions({
    queryKey: ['readiness', 'summary', query],
    queryFn: ({ signal }) => engine.getReadinessSummary({ query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function trendQuery(site: string | undefined) {
  return queryOptions({
    queryKey: ['readiness', 'trend', site ?? null],
    queryFn: ({ signal }) => engine.getReadinessTrend({ query: { days: 30, ...(site && { site }) }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** People, worst first. */
export function peopleQuery(search: ReadinessSearch) {
  const query = { ...filtersOf(search), limit: PAGE };
  return infiniteQueryOptions({
    queryKey: ['readiness', 'people', query],
    queryFn: ({ pageParam, signal }) =>
      engine.listReadiness({ query: { ...query, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** People by what is required of them, worst first. */
export function matrixQuery(search: ReadinessSearch) {
  const query = { ...filtersOf(search), limit: PAGE };
  return infiniteQueryOptions({
    queryKey: ['readiness', 'matrix', query],
    queryFn: ({ pageParam, signal }) =>
      engine.getMatrix({ query: { ...query, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function workerQuery(id: string, asOf: string | undefined) {
  return queryOptions({
    queryKey: ['readiness', 'worker', id, asOf ?? null],
    queryFn: ({ signal }) =>
      engine.getReadinessWorker({ path: { id }, query: asOf === undefined ? {} : { asOf }, signal }),
  });
}
