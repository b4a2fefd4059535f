import { usePrefs } from '../prefs/prefs.js';

const HEIGHTS = { compact: 34, comfortable: 44 };

/** The height of a row with one line in pixels, as in the style sheets (`--row`). */
export function useRowHeight(): number {
  return HEIGHTS[usePrefs().density];
}

/** The rows of all pages, each once: a row that has moved between two requests can be on two pages. */
export function distinct<Row>(rows: readonly Row[], idOf: (row: Row) => string): readonly Row[] {
  return [...new Map(rows.map((row) => [idOf(row), row])).values()];
}
