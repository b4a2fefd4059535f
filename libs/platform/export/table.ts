import { isDay } from '../text/index.js';

/** A day without a time: `2026-12-01`. */
export interface Day {
  readonly day: string;
}

/** The value of a cell in an exported table; null: empty. */
export type Cell = string | number | Date | Day | null;

/** A time of ISO 8601; null: an empty cell. */
export function timeCell(at: string | null): Cell {
  return at === null ? null : new Date(at);
}

/** A day, or a time of ISO 8601: as a time, a day would be another day in another time zone. */
export function dateCell(at: string | null): Cell {
  return at !== null && isDay(at) ? { day: at } : timeCell(at);
}

export interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row) => Cell;
}

/** A table that is read while it is sent, with one batch of rows in memory at a time. */
export interface Table<Row> {
  /** The content: the name of the sheet, and of the file without its extension. */
  readonly name: string;
  readonly columns: ReadonlyArray<Column<Row>>;
  readonly batches: AsyncIterable<readonly Row[]>;
}
