import { useSyncExternalStore } from 'react';

const PHONE = matchMedia('(max-width: 48rem)');

/** Whether the screen is that of a phone, as the style sheets see it. */
export function usePhone(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      PHONE.addEventListener('change', watcher);
      return () => PHONE.removeEventListener('change', watcher);
    },
    () => PHONE.matches,
  );
}
