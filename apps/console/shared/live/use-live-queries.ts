import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type LiveKind, onLive } from './live.js';

/** Queries are read again at most once in this time, however much changes. */
const EVERY_MS = 1_500;

/**
 * Reads queries again after others changed what they show.
 * @param key the beginning of their keys
 * @param kinds of changes that concern them; a constant, not made anew for each rendering
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
      if (kind === 'resync' || kinds.includes(kind)) timer ??= setTimeout(read, EVERY_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, key, kinds]);
}
