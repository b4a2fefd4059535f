import { useEffect } from 'react';
import { type PlaceInList, controlAt, placeInList } from './place-in-list.js';

/** A dialog or a list that has removed what had the focus gives it to something else within this time. */
const GIVEN_MS = 150;

/**
 * Moves the focus on if the element that had it is removed: a button of a move that is done, or a deleted row. In a
 * list, the row that takes the place of a removed one gets it, and else the content of the page. Otherwise Tab would
 * begin at the top of the page again.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    /** Where the focus was in a list of the page; a dialog that was opened there keeps it. */
    let place: PlaceInList | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onFocus = ({ target }: FocusEvent): void => {
      last = target instanceof Element ? target : null;
      if (last?.closest('.dialog') === null) place = placeInList(last);
    };
    const keep = (): void => {
      timer = undefined;
      if (last === null || last.isConnected || document.activeElement !== document.body) return;
      last = null;
      const next = (place && controlAt(place)) ?? document.querySelector<HTMLElement>('#content');
      next?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      if (last?.isConnected === false) timer ??= setTimeout(keep, GIVEN_MS);
    });
    document.addEventListener('focusin', onFocus);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', onFocus);
      observer.disconnect();
      clearTimeout(timer);
    };
  }, []);
}
