import { useMemo } from 'react';
import { usePrefs } from '../prefs/prefs.js';
import { usePhone } from '../ui/use-phone.js';

/** The height of a row with one line in pixels. */
export function useRowHeight(): number {
  return useLength('--row');
}

/**
 * A length in pixels, as the style sheets set it: by the density, the kind of screen, and the size of text in the
 * browser.
 */
export function useLength(token: `--${string}`): number {
  const { density } = usePrefs();
  const isPhone = usePhone();
  // The style sheets depend on both.
  // eslint-disable-next-line react/exhaustive-deps
  return useMemo(() => readLength(token), [token, density, isPhone]);
}

function readLength(token: string): number {
  const style = getComputedStyle(document.documentElement);
  return Number.parseFloat(style.getPropertyValue(token)) * Number.parseFloat(style.fontSize);
}

/** The rows of all pages, each once: a row that has moved between two requests can be on two pages. */
export function distinct<Row>(rows: readonly Row[], idOf: (row: Row) => string): readonly Row[] {
  return [...new Map(rows.map((row) => [idOf(row), row])).values()];
}
