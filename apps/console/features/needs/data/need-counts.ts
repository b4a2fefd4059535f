import { keepPreviousData, queryOptions, useIsFetching, useQuery } from '@tanstack/react-query';
import { engine } from '../../../shared/api/engine.js';
import type { LiveKind } from '../../../shared/live/live.js';
import { useLiveQueries } from '../../../shared/live/use-live-queries.js';
import { text } from '../../../shared/text/text.js';
import { type NeedsSearch, filtersOf } from '../search/needs-search.js';

/** Counts follow changes at most this often. */
const EVERY_MS = 5_000;

const COUNTS = ['needs', 'count'] as const;
const KINDS: readonly LiveKind[] = ['need'];

let previous: Promise<unknown> = Promise.resolve();

/** Runs counts one after the other: browsers send six requests at a time, and the requests for rows come first. */
function inTurn<T>(read: () => Promise<T>): Promise<T> {
  const turn = previous.then(read);
  previous = turn.catch(() => undefined);
  return turn;
}

function countQuery(search: NeedsSearch) {
  const query = filtersOf(search);
  return queryOptions({
    queryKey: [...COUNTS, query],
    queryFn: async ({ signal }) => {
      const { count, exact } = await inTurn(() => engine.getNeedsCount({ query, signal }));
      return exact ? text.needs.count(count) : text.needs.atLeast(count);
    },
    staleTime: EVERY_MS,
  });
}

/** How many needs match: `1,214`; `2,000+` where there are more than are counted; undefined: not known yet. */
export function useCount(search: NeedsSearch): string | undefined {
  // The rows come first.
  const enabled = useIsFetching({ queryKey: ['needs', 'list'] }) === 0;
  return useQuery({ ...countQuery(search), enabled, placeholderData: keepPreviousData }).data;
}

/** Counts again when needs change, and not with each change. */
export function useLiveCounts(): void {
  useLiveQueries(COUNTS, KINDS, EVERY_MS);
}
