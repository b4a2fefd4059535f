import { useBlocker } from '@tanstack/react-router';

/**
 * Makes the back button of the browser, and the forward button, close what covers the page instead of leaving the page.
 * @param isLost what was entered is lost if the tab is closed, so that the browser asks first
 * @param isCovered something above it, such as a dialog, is closed first
 */
export function useBack(
  onBack: () => void,
  { isLost = false, isCovered = false }: { readonly isLost?: boolean; readonly isCovered?: boolean } = {},
): void {
  useBlocker({
    shouldBlockFn: ({ action }) => {
      if (action !== 'BACK' && action !== 'FORWARD') return false;
      // The browser is at the other page already, and returns. Before that, a change of the address would be one of
      // the other page.
      window.addEventListener('popstate', onBack, { once: true });
      return true;
    },
    disabled: isCovered,
    enableBeforeUnload: isLost,
  });
}
