/** What a cell of an exported table holds; null: nothing. */
export type Cell = string | number | Date | null;

export interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row) => Cell;
}

/** A table that is read while it is sent: a batch of rows is in memory at a time, however many there are. */
export interface Table<Row> {
  /** What it holds: name of the file, without its ending, and of the sheet. */
  readonly name: string;
  readonly columns: ReadonlyArray<Column<Row>>;
  readonly batches: AsyncIterable<readonly Row[]>;
}
