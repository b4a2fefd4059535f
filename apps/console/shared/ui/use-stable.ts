import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * A handler that stays the same while what it does changes, so that a row that gets it (`memo`) is not rendered again with
 * every change of the page.
 */
export function useStable<Args extends readonly unknown[]>(handler: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(handler);
  useLayoutEffect(() => {
    latest.current = handler;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
