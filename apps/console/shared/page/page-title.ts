import { useSyncExternalStore } from 'react';

const watchers = new Set<() => void>();
let shown = '';

/** Gives the tab of the browser the title of the page. */
export function showTitle(title: string, ofTab: string): void {
  document.title = ofTab;
  shown = title;
  for (const watcher of watchers) watcher();
}

/** The title of the page. */
export function useShownTitle(): string {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => shown,
  );
}
