/** A day without a time: `2026-12-01`. */
export interface Day {
  readonly day: string;
}

/** The value of a cell in an exported table; null: empty. */
export type Cell = string | number | Date | Day | null;

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
