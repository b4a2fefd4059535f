import { useSyncExternalStore } from 'react';

const EVERY_MS = 30_000;

const watchers = new Set<() => void>();
let now = new Date();
let timer: ReturnType<typeof setInterval> | undefined;

/** The time, to half a minute: all ages on a page change together. */
export function useNow(): Date {
  return useSyncExternalStore(watch, () => now);
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  if (timer === undefined) {
    // Without watchers, it was not updated.
    now = new Date();
    timer = setInterval(tick, EVERY_MS);
  }
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  now = new Date();
  for (const watcher of watchers) watcher();
}
