import { useSyncExternalStore } from 'react';

const PHONE = matchMedia('screen and (max-width: 48rem)');
const NARROW = matchMedia('screen and (max-width: 80rem)');

/** Whether the screen is as narrow as a phone's, by the same media query as the style sheets. */
export function usePhone(): boolean {
  return useMatches(PHONE);
}

/** Whether the navigation has no room for words: it is a rail of icons, or the bar of a phone. */
export function useNarrow(): boolean {
  return useMatches(NARROW);
}

function useMatches(media: MediaQueryList): boolean {
  return useSyncExternalStore(
    (watcher) => {
      media.addEventListener('change', watcher);
      return () => media.removeEventListener('change', watcher);
    },
    () => media.matches,
  );
}
