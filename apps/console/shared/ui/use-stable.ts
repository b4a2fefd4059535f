import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * Returns a handler with a stable identity, so that a memoized row that receives it is not rendered again with every
 * change of the page.
 */
export function useStable<Args extends readonly unknown[]>(handler: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(handler);
  useLayoutEffect(() => {
    latest.current = handler;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
