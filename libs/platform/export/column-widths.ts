import type { Cell, Column } from './table.js';

/** Widths in characters. A long text continues to the right of its cell, or is cut off there. */
const NARROWEST = 8;
const WIDEST = 60;
/** A heading has a button for the filter. */
const BUTTON = 3;
/** `2026-12-01` and `2026-12-01 08:00:00`, with a margin. */
const DAY = 12;
const TIME = 20;

/**
 * The widths of a sheet's columns.
 * @param rows the first rows only: in the file, the widths precede the streamed rows
 */
export function columnWidths<Row>(columns: ReadonlyArray<Column<Row>>, rows: readonly Row[]): number[] {
  return columns.map(({ name, cell }) => {
    const widest = rows.reduce((most, row) => Math.max(most, widthOf(cell(row))), name.length + BUTTON);
    return Math.min(Math.max(widest, NARROWEST), WIDEST);
  });
}

function widthOf(cell: Cell): number {
  if (cell === null) return 0;
  if (cell instanceof Date) return TIME;
  return typeof cell === 'object' ? DAY : String(cell).length + 1;
}
