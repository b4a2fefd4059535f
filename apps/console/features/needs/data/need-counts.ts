import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { engine } from '../../../shared/api/engine.js';
import { onLive } from '../../../shared/live/live.js';
import { text } from '../../../shared/text/text.js';
import { type View, filtersOf } from '../search/needs-search.js';

/** The API pages lists and counts none: up to a page it is exact, and beyond it says so. */
const MOST_COUNTED = 200;
/** Counts follow changes at most this often. */
const EVERY_MS = 5_000;

function countQuery(view: View) {
  return queryOptions({
    queryKey: ['needs', 'count', view],
    queryFn: async ({ signal }) => {
      const { items, nextCursor } = await engine.listNeeds({
        query: { ...filtersOf({ view }), limit: MOST_COUNTED },
        signal,
      });
      return countText(items.length, nextCursor !== null);
    },
    staleTime: EVERY_MS,
  });
}

/** `214`; `200+` where there are more than were counted. */
export function countText(count: number, isMore: boolean): string {
  return isMore ? text.needs.atLeast(count) : text.needs.count(count);
}

/** How many needs a view has; undefined: not known yet. */
export function useCount(view: View): string | undefined {
  return useQuery(countQuery(view)).data;
}

/** Counts again when needs change, and not with each change. */
export function useLiveCounts(): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onLive((kind) => {
      if (kind !== 'need' && kind !== 'resync') return;
      timer ??= setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries({ queryKey: ['needs', 'count'] });
      }, EVERY_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client]);
}
