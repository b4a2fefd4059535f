import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type LiveKind, lastChange, onLive } from './live.js';

/** Queries are read again at most once in this time, regardless of the number of changes. */
const EVERY_MS = 1_500;
/** A list that somebody has scrolled through is read again page by page: less often, the more pages it has. */
const PAGES_AT_ONCE = 3;

/**
 * Reads queries again after others changed what they show, once they are answered: the engine does not notice that a
 * call is cancelled, and calls that are slow would add up there. What was changed while no page showed it is read when
 * it is shown.
 * @param key the beginning of their keys; a constant, as `kinds`, not created at each rendering
 * @param kinds of changes that concern them
 */
export function useLiveQueries(
  key: string | readonly string[],
  kinds: readonly LiveKind[],
  everyMs: number = EVERY_MS,
): void {
  const client = useQueryClient();
  useEffect(() => {
    const queryKey = [key].flat();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => {
      timer = undefined;
      if (client.isFetching({ queryKey }) > 0) readLater();
      else void client.invalidateQueries({ queryKey });
    };
    const readLater = (): void => {
      timer ??= setTimeout(read, everyMs * Math.max(1, pagesOf(client, queryKey) / PAGES_AT_ONCE));
    };
    const stop = onLive((kind) => {
      if (kind === 'resync' || kinds.includes(kind)) readLater();
    });
    void client.invalidateQueries({
      queryKey,
      predicate: ({ state }) => state.fetchStatus === 'idle' && state.dataUpdatedAt < lastChange(kinds),
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, key, kinds, everyMs]);
}

/** The number of pages of the longest list that is shown. */
function pagesOf(client: QueryClient, queryKey: readonly string[]): number {
  const shown = client.getQueriesData({ queryKey, type: 'active' });
  return Math.max(1, ...shown.map(([, data]) => (hasPages(data) ? data.pages.length : 1)));
}

function hasPages(data: unknown): data is { readonly pages: readonly unknown[] } {
  return typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages);
}
