import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type LiveKind, onLive } from './live.js';

/** Queries are read again at most once in this time, regardless of the number of changes. */
const EVERY_MS = 1_500;
/** A list that somebody has scrolled through is read again page by page: less often, the more pages it has. */
const PAGES_AT_ONCE = 3;

/**
 * Reads queries again after others changed what they show.
 * @param key the beginning of their keys
 * @param kinds of changes that concern them; a constant, not created at each rendering
 */
export function useLiveQueries(key: string, kinds: readonly LiveKind[]): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => {
      timer = undefined;
      void client.invalidateQueries({ queryKey: [key] });
    };
    const stop = onLive((kind) => {
      if (kind === 'resync' || kinds.includes(kind))
        timer ??= setTimeout(read, EVERY_MS * Math.max(1, pagesOf(client, key) / PAGES_AT_ONCE));
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, key, kinds]);
}

/** The number of pages of the longest list that is shown. */
function pagesOf(client: QueryClient, key: string): number {
  const shown = client.getQueriesData({ queryKey: [key], type: 'active' });
  return Math.max(1, ...shown.map(([, data]) => (hasPages(data) ? data.pages.length : 1)));
}

function hasPages(data: unknown): data is { readonly pages: readonly unknown[] } {
  return typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages);
}
