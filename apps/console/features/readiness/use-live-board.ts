import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type LiveKind, onLive } from '../../shared/live/live.js';

/** The board is read at most once in this time, however much changes. */
const EVERY_MS = 1_500;
/** An operation may assign courses, which is shown as progress and makes nobody ready before they are done. */
const KINDS: ReadonlySet<LiveKind> = new Set(['readiness', 'assignment', 'operation', 'resync']);

/** Reads the board again after others changed it. The page keeps its place, and rows are sorted anew. */
export function useLiveBoard(): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => {
      timer = undefined;
      void client.invalidateQueries({ queryKey: ['readiness'] });
    };
    const stop = onLive((kind) => {
      if (KINDS.has(kind)) timer ??= setTimeout(read, EVERY_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client]);
}
