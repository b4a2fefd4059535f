import { type ParsedLocation, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

const REGIONS = '#content [role="region"]';

/**
 * Scrolls the regions of a page to where they were when a person comes back to it by the back or the forward button.
 * A list whose rows are not in the cache any more begins at its top.
 */
export function useKeptPlaces(): void {
  const router = useRouter();
  useEffect(() => {
    /** How far regions were scrolled, by the entry of the browser's history and the name of the region. */
    const places = new Map<string, { readonly left: number; readonly top: number }>();
    let entry = entryOf(router.latestLocation);
    const placeOf = ({ ariaLabel }: Element): string => `${entry} ${ariaLabel}`;
    const keep = (region: Element): unknown =>
      places.set(placeOf(region), { left: region.scrollLeft, top: region.scrollTop });
    const onScroll = ({ target }: Event): void => {
      if (target instanceof Element && target.matches(REGIONS)) keep(target);
    };
    const stop = router.subscribe('onRendered', ({ toLocation, pathChanged }) => {
      entry = entryOf(toLocation);
      for (const region of document.querySelectorAll(REGIONS)) {
        const kept = places.get(placeOf(region));
        // The back button also closes a record beside its list, which stays where it is.
        if (kept === undefined || !pathChanged) keep(region);
        else region.scrollTo(kept);
      }
    });
    document.addEventListener('scroll', onScroll, true);
    return () => {
      stop();
      document.removeEventListener('scroll', onScroll, true);
    };
  }, [router]);
}

/** The entry of the browser's history that a page belongs to. */
function entryOf({ state: { __TSR_key: entry } }: ParsedLocation): string | undefined {
  return entry;
}
