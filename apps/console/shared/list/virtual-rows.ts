import { usePrefs } from '../prefs/prefs.js';

const HEIGHTS = { compact: 34, comfortable: 44 };

/** The height of a row on one line in pixels, as the style sheets have it (`--row`). */
export function useRowHeight(): number {
  return HEIGHTS[usePrefs().density];
}

/** The rows of all pages. One that changed its place between two pages is in both, and once here. */
export function distinct<Row>(rows: readonly Row[], idOf: (row: Row) => string): readonly Row[] {
  return [...new Map(rows.map((row) => [idOf(row), row])).values()];
}
