import { useSyncExternalStore } from 'react';

const PHONE = matchMedia('screen and (max-width: 48rem)');

/** Whether the screen is as narrow as a phone's, by the same media query as the style sheets. */
export function usePhone(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      PHONE.addEventListener('change', watcher);
      return () => PHONE.removeEventListener('change', watcher);
    },
    () => PHONE.matches,
  );
}
