import { useEffect } from 'react';

/** A dialog or a list that has removed what had the focus gives it to something else within this time. */
const GIVEN_MS = 150;

/**
 * Moves the focus to the content of the page if the element that had it is removed: a button of a move that is done, or
 * a deleted row. Otherwise Tab would begin at the top of the page again.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onFocus = ({ target }: FocusEvent): void => {
      last = target instanceof Element ? target : null;
    };
    const keep = (): void => {
      timer = undefined;
      if (last === null || last.isConnected || document.activeElement !== document.body) return;
      last = null;
      document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
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
