import { useSyncExternalStore } from 'react';

let isPrinting = false;
const watchers = new Set<() => void>();
const set = (next: boolean) => (): void => {
  isPrinting = next;
  for (const watcher of watchers) watcher();
};
// React renders a change at the end of the event that caused it, before the browser lays out the printed pages.
addEventListener('beforeprint', set(true));
addEventListener('afterprint', set(false));

/** Whether the page is being printed. */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => isPrinting,
  );
}
